package io.controlcenter.billing.invoicing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.proration.domain.Period;
import io.controlcenter.billing.proration.domain.ProrationPolicy;
import io.controlcenter.billing.taxes.domain.Place;
import io.controlcenter.billing.taxes.domain.Supply;
import io.controlcenter.billing.usage.domain.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Usage on a bill: added up, rounded once, and each record on one line of one invoice. */
class UsageBillingTest {

    private static final LocalDate JULY = LocalDate.parse("2026-07-01");
    private final SafetyChecks checks = new SafetyChecks(new BigDecimal("10000.00"), 15, 90);

    private static UnbilledUsage usage(
            String service, String type, String quantity, @Nullable String rate, String amount, Period days, long id) {
        return usage(service, null, type, quantity, rate, amount, "USD", days, id);
    }

    private static UnbilledUsage usage(
            String service,
            @Nullable String stop,
            String type,
            String quantity,
            @Nullable String rate,
            String amount,
            String currency,
            Period days,
            long id) {
        return new UnbilledUsage(
                service,
                LocalDate.parse("2026-03-01"),
                Bills.date(stop),
                type,
                type + " used",
                Unit.MINUTE,
                new BigDecimal(quantity),
                rate == null ? null : new BigDecimal(rate),
                new BigDecimal(amount),
                currency,
                days,
                new Supply(Place.UNKNOWN, "VOICE", Supply.Kind.USAGE),
                List.of(id));
    }

    private static Period day(String day) {
        return new Period(LocalDate.parse(day), LocalDate.parse(day).plusDays(1));
    }

    private static AccountToBill bill(UnbilledUsage... usage) {
        return new AccountToBill(Bills.account(), List.of(), List.of(), List.of(usage), List.of());
    }

    private static List<String> said(AccountToBill bill) {
        return new CycleBilling(bill, JULY)
                .draft().lines().stream()
                        .map(line -> {
                            var used = Objects.requireNonNull(line.usage());
                            return "%s %s %s %s×%s %s..%s %s"
                                    .formatted(
                                            line.type(),
                                            line.chargeId(),
                                            line.net(),
                                            used.quantity(),
                                            used.unitAmount(),
                                            line.coverage().start(),
                                            line.coverage().end(),
                                            used.records());
                        })
                        .toList();
    }

    @Test
    void usage_of_a_service_and_type_is_one_line_rounded_once() {
        assertThat(said(bill(
                        usage("S-1", "VOICE", "1", "0.004", "0.004", day("2026-06-02"), 1),
                        usage("S-1", "DATA", "7", null, "3.00", day("2026-06-03"), 2),
                        usage("S-1", "VOICE", "0.5", "0.0040", "0.002", day("2026-06-30"), 3),
                        usage("S-2", "VOICE", "1", "0.004", "0.004", day("2026-06-02"), 4))))
                .containsExactly(
                        "USAGE S-1/USAGE/VOICE 0.01 1.5×0.004 2026-06-02..2026-07-01 [1, 3]",
                        "USAGE S-1/USAGE/DATA 3.00 7×null 2026-06-03..2026-06-04 [2]",
                        "USAGE S-2/USAGE/VOICE 0.00 1×0.004 2026-06-02..2026-06-03 [4]");
    }

    @Test
    void several_rates_are_none() {
        assertThat(said(bill(
                        usage("S-1", "VOICE", "1", "0.10", "0.10", day("2026-06-02"), 1),
                        usage("S-1", "VOICE", "1", "0.20", "0.20", day("2026-06-03"), 2))))
                .containsExactly("USAGE S-1/USAGE/VOICE 0.30 2×null 2026-06-02..2026-06-04 [1, 2]");
        assertThat(said(bill(
                        usage("S-1", "VOICE", "1", "0.10", "0.10", day("2026-06-02"), 1),
                        usage("S-1", "VOICE", "1", null, "0.10", day("2026-06-03"), 2))))
                .containsExactly("USAGE S-1/USAGE/VOICE 0.20 2×null 2026-06-02..2026-06-04 [1, 2]");
    }

    @Test
    void usage_of_the_bill_date_waits_for_the_next_bill() {
        var bill = bill(
                usage("S-1", "VOICE", "1", null, "1.00", day("2026-06-30"), 1),
                usage("S-1", "VOICE", "1", null, "1.00", day("2026-07-01"), 2));
        assertThat(said(bill)).hasSize(1).first().asString().endsWith("[1]");
        var next = new CycleBilling(bill, JULY).after();
        assertThat(next.usage()).extracting(UnbilledUsage::records).containsExactly(List.of(2L));
    }

    @Test
    void usage_that_nobody_can_have_had_or_that_costs_too_much_is_doubtful() {
        var soon = new Period(LocalDate.parse("2026-02-28"), LocalDate.parse("2026-03-02"));
        var late = new Period(LocalDate.parse("2026-06-29"), LocalDate.parse("2026-07-01"));
        assertThat(reasons(usage("S-1", "VOICE", "1", null, "1.00", soon, 1)))
                .containsExactly(HoldReason.Check.OUTSIDE_SERVICE_DATES);
        assertThat(reasons(usage("S-1", "2026-04-01", "VOICE", "1", null, "1.00", "USD", late, 1)))
                .containsExactly(HoldReason.Check.OUTSIDE_SERVICE_DATES);
        assertThat(reasons(usage("S-1", "2026-04-02", "VOICE", "1", null, "1.00", "USD", late, 1)))
                .isEmpty();
        assertThat(reasons(usage("S-1", "VOICE", "1", null, "10000.01", day("2026-06-02"), 1)))
                .containsExactly(HoldReason.Check.ABSURD_AMOUNT, HoldReason.Check.ABSURD_AMOUNT);
        assertThat(reasons(usage("S-1", null, "VOICE", "1", null, "1.00", "EUR", day("2026-06-02"), 1)))
                .containsExactly(HoldReason.Check.CURRENCY_MISMATCH);
        assertThat(reasons(usage("S-1", "2026-01-01", "VOICE", "1", null, "1.00", "USD", day("2026-07-02"), 1)))
                .as("not on this bill")
                .isEmpty();
    }

    private List<HoldReason.Check> reasons(UnbilledUsage usage) {
        var bill = bill(usage);
        return checks.reasons(new CycleBilling(bill, JULY).draft(), bill).stream()
                .map(HoldReason::check)
                .toList();
    }

    @Test
    void the_same_usage_on_two_lines_is_doubtful() {
        var bill = bill(usage("S-1", "VOICE", "1", null, "1.00", day("2026-06-02"), 1));
        var draft = new CycleBilling(bill, JULY).draft();
        var line = draft.lines().getFirst();
        var twice = new InvoiceDraft(draft.account(), JULY, draft.period(), List.of(line, line), List.of());
        assertThat(checks.reasons(twice, bill))
                .extracting(HoldReason::check)
                .containsExactly(HoldReason.Check.DOUBLE_BILLING);
    }

    private record Told(UnbilledUsage usage, LocalDate on) {}

    /** Usage of two services, told in time or late, of runs that are killed or whose invoice is held and discarded. */
    @Property(tries = 2_000)
    void every_record_is_billed_once_on_the_first_bill_after_it_that_knows_of_it(
            @ForAll @IntRange(min = 1, max = 31) int cycleDay, @ForAll boolean inAdvance, @ForAll long seed) {
        var random = new Random(seed);
        var account = Bills.account(cycleDay, inAdvance, ProrationPolicy.DEFAULT);
        var told = tell(random);
        var unbilled = new ArrayList<UnbilledUsage>();
        Map<Long, LocalDate> billedOn = new HashMap<>();
        var total = BigDecimal.ZERO;
        var before = LocalDate.MIN;
        var boundary = account.cycleDay().nextAfter(LocalDate.parse("2026-03-31"));
        for (int cycle = 0; cycle < 10; cycle++) {
            var now = boundary;
            for (var one : told) {
                if (one.on().isAfter(before) && !one.on().isAfter(now)) {
                    unbilled.add(one.usage());
                }
            }
            before = now;
            var billing = new CycleBilling(
                    new AccountToBill(account, List.of(), List.of(), List.copyOf(unbilled), List.of()), now);
            if (cycle == 9 || random.nextInt(4) > 0) { // else it is killed, held or missed, and nothing is kept of it
                for (var line : billing.draft().lines()) {
                    var records = Objects.requireNonNull(line.usage()).records();
                    records.forEach(id -> assertThat(billedOn.put(id, now))
                            .as("record %d", id)
                            .isNull());
                    unbilled.removeIf(one -> records.containsAll(one.records()));
                    total = total.add(line.net());
                    assertThat(line.net()).isEqualTo(exact(told, records).setScale(2, RoundingMode.HALF_UP));
                    assertThat(line.coverage().end()).isBeforeOrEqualTo(now);
                }
                assertThat(unbilled)
                        .allSatisfy(one -> assertThat(one.days().end()).isAfter(now));
                assertThat(billing.after().usage()).containsExactlyElementsOf(unbilled);
            }
            boundary = account.cycleDay().nextAfter(boundary);
        }
        assertThat(billedOn).hasSameSizeAs(told);
        assertThat(total)
                .isBetween(
                        exact(told, billedOn.keySet()).subtract(new BigDecimal("0.50")),
                        exact(told, billedOn.keySet()).add(new BigDecimal("0.50")));
    }

    private static List<Told> tell(Random random) {
        var told = new ArrayList<Told>();
        for (long id = 1; id <= 20; id++) {
            var start = LocalDate.parse("2026-03-01").plusDays(random.nextInt(150));
            var end = start.plusDays(1 + random.nextInt(35));
            var late = random.nextBoolean() ? 0 : random.nextInt(80);
            var usage = usage(
                    "S-" + random.nextInt(2),
                    random.nextBoolean() ? "VOICE" : "DATA",
                    "1",
                    random.nextBoolean() ? "0.5" : null,
                    BigDecimal.valueOf(random.nextInt(1_000_000), 5).toPlainString(),
                    new Period(start, end),
                    id);
            told.add(new Told(usage, end.plusDays(late)));
        }
        return told;
    }

    private static BigDecimal exact(List<Told> told, java.util.Collection<Long> ids) {
        return told.stream()
                .map(Told::usage)
                .filter(usage -> ids.containsAll(usage.records()))
                .map(UnbilledUsage::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
