package io.controlcenter.billing.invoicing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.controlcenter.billing.proration.domain.CycleDays;
import io.controlcenter.billing.proration.domain.DayCount;
import io.controlcenter.billing.proration.domain.Period;
import io.controlcenter.billing.proration.domain.ProrationPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/**
 * A service that starts, changes its price and stops, told late or in time and corrected afterwards, of an account whose
 * cycle day and mode change: in the end each of its days is billed once at its price, and no other day is.
 */
class RandomHistoriesTest {

    private static final LocalDate BEGIN = LocalDate.parse("2027-11-20");
    private static final int CYCLES = 14;

    /** What the tables hold of one charge, and how bill runs read and write it. */
    private static final class Ledger {

        private final LocalDate start;
        private final List<CycleDays.Former> former = new ArrayList<>();
        private final List<Price> prices = new ArrayList<>();
        private final List<Line> lines = new ArrayList<>();
        private BillableAccount account;
        private @Nullable LocalDate stop;
        private @Nullable LocalDate billedUntil;

        private static final class Price {
            private final long id;
            private final LocalDate from;
            private @Nullable LocalDate to;
            private boolean billed;
            private @Nullable LocalDate settledUntil;

            private Price(long id, LocalDate from, @Nullable LocalDate to) {
                this.id = id;
                this.from = from;
                this.to = to;
            }
        }

        private record Line(int number, DraftLine draft) {}

        Ledger(BillableAccount account, LocalDate start) {
            this.account = account;
            this.start = start;
            prices.add(new Price(1, start, null));
        }

        void changePrice(LocalDate from) {
            for (var price : List.copyOf(prices)) {
                var holds = !price.from.isAfter(from) && (price.to == null || price.to.isAfter(from));
                if (holds) {
                    prices.add(new Price(prices.size() + 1, from, price.to));
                    price.to = from;
                }
            }
        }

        /** @return the next boundary */
        LocalDate changeCycles(LocalDate today, int cycleDay, boolean inAdvance) {
            var until = billedUntil;
            if (until != null && former.stream().allMatch(one -> one.until().isBefore(until))) {
                former.add(new CycleDays.Former(until, account.cycleDay()));
            }
            account = Bills.account(cycleDay, inAdvance, account.policyOn(today), List.copyOf(former));
            return account.cycleDay().nextAfter(today);
        }

        void bill(LocalDate cycleDate) {
            var loaded = prices.stream().filter(this::isLoaded).toList();
            var charges = loaded.stream().map(this::charge).toList();
            var bill = new AccountToBill(account, charges, List.of(), List.of(), earlier(charges));
            var billing = new CycleBilling(bill, cycleDate);
            var draft = billing.draft();
            assertThat(new SafetyChecks(new BigDecimal("1000000"), 15, 90).reasons(draft, bill))
                    .isEmpty();
            draft.lines().forEach(line -> lines.add(new Line(lines.size() + 1, line)));
            for (int i = 0; i < loaded.size(); i++) {
                var price = loaded.get(i);
                price.billed |= billing.hasBegun(charges.get(i));
                if (billing.settles(charges.get(i))) {
                    price.settledUntil = billing.endOf(charges.get(i));
                } else if (billing.revives(charges.get(i))) {
                    price.settledUntil = null;
                }
            }
            billedUntil = billing.target();
        }

        private boolean isLoaded(Price price) {
            return price.settledUntil == null
                    || account.billsStopDays()
                    || !price.settledUntil.equals(least(price.to, stop));
        }

        private static @Nullable LocalDate least(@Nullable LocalDate a, @Nullable LocalDate b) {
            return a == null ? b : b == null ? a : Period.earlier(a, b);
        }

        private RecurringCharge charge(Price price) {
            var until = price.settledUntil == null ? billedUntil : price.settledUntil;
            return new RecurringCharge(
                    price.id,
                    "charge",
                    "S-1",
                    "Line",
                    BigDecimal.valueOf(100 + price.id),
                    "USD",
                    start,
                    stop,
                    price.from,
                    price.to,
                    price.billed ? until : null,
                    Bills.SUPPLY,
                    price.settledUntil != null);
        }

        private List<BilledLine> earlier(List<RecurringCharge> charges) {
            var earlier = new ArrayList<BilledLine>();
            for (var charge : charges) {
                var from = CycleBilling.lookback(account, charge);
                lines.stream()
                        .filter(line -> line.draft().type() != LineType.CREDIT
                                && line.draft().recurringChargeId() == charge.id()
                                && line.draft().coverage().end().isAfter(from))
                        .forEach(line -> earlier.add(billed(line)));
            }
            return earlier;
        }

        private BilledLine billed(Line line) {
            var left = line.draft().net();
            var creditedFrom = line.draft().coverage().end();
            for (var other : lines) {
                var credits = other.draft().credits();
                if (credits != null && credits.lineNumber() == line.number()) {
                    left = left.add(other.draft().net());
                    creditedFrom = Period.earlier(
                            creditedFrom, other.draft().coverage().start());
                }
            }
            return new BilledLine(
                    1,
                    line.number(),
                    line.draft().recurringChargeId(),
                    line.draft().coverage(),
                    line.draft().unitAmount(),
                    line.draft().net(),
                    left,
                    creditedFrom,
                    BigDecimal.ZERO,
                    List.of());
        }

        /** How often a day is billed of a price, less how often it was given back. */
        int times(long price, LocalDate day) {
            return lines.stream()
                    .map(Line::draft)
                    .filter(line -> line.recurringChargeId() == price)
                    .filter(line -> line.coverage().overlaps(new Period(day, day.plusDays(1))))
                    .mapToInt(line -> line.type() == LineType.CREDIT ? -1 : 1)
                    .sum();
        }

        private boolean isServed(Price price, LocalDate day) {
            var end = account.firstUnbilled(stop);
            return !day.isBefore(account.firstBilled(start))
                    && (end == null || day.isBefore(end))
                    && !day.isBefore(price.from)
                    && (price.to == null || day.isBefore(price.to));
        }

        void assertEachDayOnce() {
            var until = java.util.Objects.requireNonNull(billedUntil);
            for (var price : prices) {
                for (var day = BEGIN.minusDays(5); day.isBefore(until); day = day.plusDays(1)) {
                    assertThat(times(price.id, day))
                            .as("price %d on %s of %s", price.id, day, lines)
                            .isEqualTo(isServed(price, day) ? 1 : 0);
                }
                assertThat(times(price.id, until)).isZero();
            }
        }

        /** By real days each day costs its share of its cycle, whatever was billed and given back of it in between. */
        void assertDaysCostWhatTheyAre() {
            var until = java.util.Objects.requireNonNull(billedUntil);
            for (var price : prices) {
                var rate = BigDecimal.valueOf(100 + price.id);
                var expected = BigDecimal.ZERO;
                for (var day = BEGIN.minusDays(5); day.isBefore(until); day = day.plusDays(1)) {
                    if (isServed(price, day)) {
                        var days = DayCount.ACTUAL_ACTUAL.denominator(
                                account.cycles().cycleOf(day).whole());
                        expected = expected.add(rate.divide(BigDecimal.valueOf(days), 10, RoundingMode.HALF_UP));
                    }
                }
                var own = lines.stream()
                        .map(Line::draft)
                        .filter(line -> line.recurringChargeId() == price.id)
                        .toList();
                assertThat(own.stream().map(DraftLine::net).reduce(BigDecimal.ZERO, BigDecimal::add))
                        .as("price %d of %s", price.id, lines)
                        .isCloseTo(expected, within(new BigDecimal("0.01").multiply(BigDecimal.valueOf(own.size()))));
            }
        }
    }

    @Property(tries = 10_000)
    void every_day_of_a_service_is_billed_once_or_given_back_once(
            @ForAll @IntRange(min = 1, max = 31) int cycleDay,
            @ForAll boolean inAdvance,
            @ForAll boolean startBilled,
            @ForAll boolean stopBilled,
            @ForAll DayCount dayCount,
            @ForAll long seed) {
        var random = new Random(seed);
        var policy = ProrationPolicy.of(dayCount, startBilled, stopBilled);
        var start = BEGIN.plusDays(random.nextInt(120));
        var ledger = new Ledger(Bills.account(cycleDay, inAdvance, policy), start);
        var before = start;
        var boundary = ledger.account.cycleDay().nextAfter(start);
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            if (cycle < CYCLES - 3) {
                happen(ledger, start, random);
                if (random.nextInt(6) == 0) {
                    var today = before.plusDays(random.nextLong(before.until(boundary, ChronoUnit.DAYS)));
                    boundary = ledger.changeCycles(today, 1 + random.nextInt(31), random.nextBoolean());
                }
            }
            if (cycle >= CYCLES - 2 || random.nextInt(6) > 0) {
                ledger.bill(boundary);
            }
            before = boundary;
            boundary = ledger.account.cycleDay().nextAfter(boundary);
        }
        ledger.assertEachDayOnce();
        if (dayCount == DayCount.ACTUAL_ACTUAL) {
            ledger.assertDaysCostWhatTheyAre();
        }
    }

    /** Now and then something is told, of a day in the past or to come. */
    private static void happen(Ledger ledger, LocalDate start, Random random) {
        var day = start.plusDays(random.nextInt(400));
        switch (random.nextInt(8)) {
            case 0, 1 -> {
                if (ledger.stop == null || day.isBefore(ledger.stop)) {
                    ledger.changePrice(day);
                }
            }
            case 2 -> ledger.stop = day;
            case 3 -> ledger.stop = null;
            default -> {
                // an uneventful month
            }
        }
    }
}
