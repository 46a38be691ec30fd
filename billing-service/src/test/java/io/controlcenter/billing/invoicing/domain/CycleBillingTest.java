package io.controlcenter.billing.invoicing.domain;

import static io.controlcenter.billing.invoicing.domain.Bills.account;
import static io.controlcenter.billing.invoicing.domain.Bills.bill;
import static io.controlcenter.billing.invoicing.domain.Bills.billed;
import static io.controlcenter.billing.invoicing.domain.Bills.date;
import static io.controlcenter.billing.invoicing.domain.Bills.once;
import static io.controlcenter.billing.invoicing.domain.Bills.price;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.proration.domain.CycleDay;
import io.controlcenter.billing.proration.domain.CycleDays;
import io.controlcenter.billing.proration.domain.DayCount;
import io.controlcenter.billing.proration.domain.Period;
import io.controlcenter.billing.proration.domain.ProrationPolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What is on a bill. */
class CycleBillingTest {

    private static final LocalDate OCTOBER = LocalDate.parse("2026-10-01");

    private static List<String> lines(AccountToBill bill, LocalDate cycleDate) {
        return new CycleBilling(bill, cycleDate)
                .draft().lines().stream()
                        .map(line -> "%s %s..%s %s"
                                .formatted(
                                        line.type(),
                                        line.coverage().start(),
                                        line.coverage().end(),
                                        line.net().toPlainString()))
                        .toList();
    }

    @Test
    void in_advance_a_service_of_last_month_costs_its_part_and_the_coming_month_and_its_installation() {
        var bill = new AccountToBill(
                account(),
                List.of(price(1, "1000.00", "2026-09-08", null, null)),
                List.of(once(1, "750.00", "2026-09-08"), once(2, "9.00", "2026-10-02")),
                List.of(),
                List.of());
        assertThat(lines(bill, OCTOBER))
                .containsExactly(
                        "PARTIAL 2026-09-08..2026-10-01 766.67",
                        "RECURRING 2026-10-01..2026-11-01 1000.00",
                        "NON_RECURRING 2026-09-08..2026-09-09 750.00");
    }

    @Test
    void in_arrears_the_month_that_ended_is_billed() {
        var bill = bill(
                account(1, false, ProrationPolicy.DEFAULT),
                price(1, "1000.00", "2026-09-08", null, null),
                price(2, "10.00", "2026-10-01", null, null));
        assertThat(lines(bill, OCTOBER)).containsExactly("PARTIAL 2026-09-08..2026-10-01 766.67");
    }

    @Test
    void a_service_that_goes_on_costs_its_price() {
        assertThat(lines(bill(account(), price(1, "99.99", "2026-01-05", null, "2026-10-01")), OCTOBER))
                .containsExactly("RECURRING 2026-10-01..2026-11-01 99.99");
    }

    @Test
    void what_is_billed_already_is_not_billed_again() {
        assertThat(lines(bill(account(), price(1, "99.99", "2026-01-05", null, "2026-11-01")), OCTOBER))
                .isEmpty();
    }

    @Test
    void an_order_that_comes_late_is_made_up_for_month_by_month() {
        assertThat(lines(bill(account(), price(1, "100.00", "2026-07-16", null, null)), OCTOBER))
                .containsExactly(
                        "PARTIAL 2026-07-16..2026-08-01 51.61",
                        "RECURRING 2026-08-01..2026-09-01 100.00",
                        "RECURRING 2026-09-01..2026-10-01 100.00",
                        "RECURRING 2026-10-01..2026-11-01 100.00");
    }

    @Test
    void a_service_that_came_and_went_costs_the_days_it_was_there() {
        assertThat(lines(bill(account(), price(1, "100.00", "2026-09-10", "2026-09-20", null)), OCTOBER))
                .containsExactly("PARTIAL 2026-09-10..2026-09-20 33.33");
    }

    @Test
    void a_stop_known_before_the_month_is_billed_ends_the_charge_there() {
        assertThat(lines(bill(account(), price(1, "310.00", "2026-01-01", "2026-10-11", "2026-10-01")), OCTOBER))
                .containsExactly("PARTIAL 2026-10-01..2026-10-11 100.00");
    }

    @Test
    void a_stop_in_a_billed_month_gives_the_rest_back_at_the_price_billed() {
        var price = price(1, "5000.00", "2026-01-01", "2026-09-21", "2026-10-01");
        var bill = new AccountToBill(
                account(),
                List.of(price),
                List.of(),
                List.of(),
                List.of(billed(1, "2026-09-01", "2026-10-01", "300.00", "300.00")));
        assertThat(lines(bill, OCTOBER)).containsExactly("CREDIT 2026-09-21..2026-10-01 -100.00");
        assertThat(new CycleBilling(bill, OCTOBER).settles(price)).isTrue();
        assertThat(CycleBilling.lookback(account(), price)).isEqualTo("2026-09-21");
    }

    @Test
    void a_stop_that_is_moved_earlier_gives_back_only_what_was_not_given_back_yet() {
        var line = new BilledLine(
                7,
                1,
                1,
                new Period(LocalDate.parse("2026-09-01"), OCTOBER),
                new BigDecimal("300.00"),
                new BigDecimal("300.00"),
                new BigDecimal("200.00"),
                LocalDate.parse("2026-09-21"),
                BigDecimal.ZERO,
                List.of());
        var bill = new AccountToBill(
                account(),
                List.of(price(1, "300.00", "2026-01-01", "2026-09-11", "2026-09-21")),
                List.of(),
                List.of(),
                List.of(line));
        assertThat(lines(bill, OCTOBER)).containsExactly("CREDIT 2026-09-11..2026-09-21 -100.00");
    }

    @Test
    void a_price_change_that_is_known_splits_the_month_with_the_days_of_the_whole() {
        var before = price(1, "1000.00", "2026-01-01", null, "2026-05-01");
        var old = new RecurringCharge(
                1,
                "c",
                "S",
                "Line",
                new BigDecimal("1000.00"),
                "USD",
                before.serviceStart(),
                null,
                before.effectiveFrom(),
                date("2026-05-16"),
                before.billedUntil(),
                Bills.SUPPLY);
        var fresh = new RecurringCharge(
                2,
                "c",
                "S",
                "Line",
                new BigDecimal("2000.00"),
                "USD",
                before.serviceStart(),
                null,
                LocalDate.parse("2026-05-16"),
                null,
                null,
                Bills.SUPPLY);
        assertThat(lines(bill(account(), old, fresh), LocalDate.parse("2026-05-01")))
                .containsExactly("PARTIAL 2026-05-01..2026-05-16 483.87", "PARTIAL 2026-05-16..2026-06-01 1032.26");
    }

    @Test
    void start_and_stop_days_follow_the_policy() {
        var account = account(1, true, ProrationPolicy.of(DayCount.ACTUAL_ACTUAL, false, true));
        assertThat(lines(bill(account, price(1, "300.00", "2026-09-10", "2026-09-20", null)), OCTOBER))
                .containsExactly("PARTIAL 2026-09-11..2026-09-21 100.00");
    }

    /** EN 16931, BR-CO-10: lines are rounded, then added; and parts by type add up to the whole. */
    @Property(tries = 300)
    void lines_add_up_to_the_bill(
            @ForAll @Size(min = 1, max = 30) List<@LongRange(min = 1, max = 99_999_999) Long> tenThousandths,
            @ForAll @IntRange(max = 60) int startDay,
            @ForAll DayCount dayCount) {
        var prices = new ArrayList<RecurringCharge>();
        for (int i = 0; i < tenThousandths.size(); i++) {
            var amount = BigDecimal.valueOf(tenThousandths.get(i), 4).toPlainString();
            prices.add(price(i + 1L, amount, OCTOBER.minusDays(startDay + i).toString(), null, null));
        }
        var account = account(1, true, ProrationPolicy.of(dayCount, true, false));
        var draft = new CycleBilling(
                        new AccountToBill(
                                account, prices, List.of(once(1, "75.00", "2026-09-30")), List.of(), List.of()),
                        OCTOBER)
                .draft();
        assertThat(draft.lines())
                .allSatisfy(line -> assertThat(line.net().scale()).isEqualTo(2));
        var sum = draft.lines().stream().map(DraftLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(draft.total()).isEqualByComparingTo(sum);
        assertThat(draft.total(LineType.RECURRING, LineType.PARTIAL)
                        .add(draft.total(LineType.NON_RECURRING))
                        .add(draft.total(LineType.CREDIT)))
                .isEqualByComparingTo(sum);
    }

    /** However often and late an account is billed, each day of a service is on one line. */
    @Property(tries = 200)
    void every_day_is_billed_once_over_many_bills(
            @ForAll @IntRange(min = 1, max = 31) int cycleDay,
            @ForAll @IntRange(max = 60) int startDay,
            @ForAll @IntRange(min = 1, max = 5) int everyNthCycle,
            @ForAll boolean inAdvance) {
        var account = account(cycleDay, inAdvance, ProrationPolicy.DEFAULT);
        var start = LocalDate.parse("2027-12-01").plusDays(startDay);
        var boundary = account.cycleDay().nextAfter(start);
        var covered = new ArrayList<Period>();
        LocalDate until = null;
        for (int cycle = 0; cycle < 12; cycle++) {
            if (cycle % everyNthCycle == 0) {
                var charge = price(1, "100.00", start.toString(), null, until == null ? null : until.toString());
                var billing = new CycleBilling(bill(account, charge), boundary);
                billing.draft().lines().forEach(line -> covered.add(line.coverage()));
                until = billing.target();
            }
            boundary = account.cycleDay().nextAfter(boundary);
        }
        assertThat(covered.getFirst().start()).isEqualTo(start);
        for (int i = 1; i < covered.size(); i++) {
            assertThat(covered.get(i).start()).isEqualTo(covered.get(i - 1).end());
        }
    }

    /** Billed until July 1 in months from the first; from then on in months from the twentieth. */
    private static BillableAccount movedToTheTwentieth(boolean inAdvance) {
        return account(
                20,
                inAdvance,
                ProrationPolicy.DEFAULT,
                List.of(new CycleDays.Former(LocalDate.parse("2026-07-01"), new CycleDay(1))));
    }

    @Test
    void after_a_change_of_the_cycle_day_the_days_not_billed_yet_are_billed_and_then_whole_cycles() {
        var inAdvance = bill(movedToTheTwentieth(true), price(1, "1000.00", "2026-01-05", null, "2026-07-01"));
        assertThat(lines(inAdvance, LocalDate.parse("2026-06-20")))
                .containsExactly("PARTIAL 2026-07-01..2026-07-20 633.33");
        var next = new CycleBilling(inAdvance, LocalDate.parse("2026-06-20")).after();
        assertThat(lines(next, LocalDate.parse("2026-07-20")))
                .containsExactly("RECURRING 2026-07-20..2026-08-20 1000.00");
        var inArrears = bill(movedToTheTwentieth(false), price(1, "1000.00", "2026-01-05", null, "2026-07-01"));
        assertThat(lines(inArrears, LocalDate.parse("2026-06-20"))).isEmpty();
        assertThat(lines(inArrears, LocalDate.parse("2026-07-20")))
                .containsExactly("PARTIAL 2026-07-01..2026-07-20 633.33");
    }

    @Test
    void what_was_billed_before_a_change_of_the_cycle_day_is_given_back_as_it_was_billed() {
        var stopped = new AccountToBill(
                movedToTheTwentieth(true),
                List.of(price(1, "1000.00", "2026-01-05", "2026-06-10", "2026-07-01")),
                List.of(),
                List.of(),
                List.of(billed(1, "2026-06-01", "2026-07-01", "1000.00", "1000.00")));
        assertThat(lines(stopped, LocalDate.parse("2026-06-20")))
                .containsExactly("CREDIT 2026-06-10..2026-07-01 -700.00");
    }

    @Test
    void what_is_told_late_is_billed_in_the_cycles_of_its_days() {
        var late = bill(movedToTheTwentieth(true), price(1, "1000.00", "2026-05-10", null, null));
        assertThat(lines(late, LocalDate.parse("2026-06-20")))
                .containsExactly(
                        "PARTIAL 2026-05-10..2026-06-01 709.68",
                        "RECURRING 2026-06-01..2026-07-01 1000.00",
                        "PARTIAL 2026-07-01..2026-07-20 633.33");
    }

    @Test
    void an_account_that_goes_over_to_arrears_is_billed_on_from_where_it_is() {
        var bill =
                bill(account(1, false, ProrationPolicy.DEFAULT), price(1, "1000.00", "2026-01-05", null, "2026-11-01"));
        assertThat(lines(bill, LocalDate.parse("2026-10-15"))).isEmpty();
        assertThat(new CycleBilling(bill, LocalDate.parse("2026-10-15")).target())
                .isEqualTo("2026-11-01");
        assertThat(lines(bill, LocalDate.parse("2026-12-01")))
                .containsExactly("RECURRING 2026-11-01..2026-12-01 1000.00");
    }
}
