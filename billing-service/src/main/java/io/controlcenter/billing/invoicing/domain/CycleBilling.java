package io.controlcenter.billing.invoicing.domain;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.proration.domain.CycleDays;
import io.controlcenter.billing.proration.domain.DateSource;
import io.controlcenter.billing.proration.domain.Period;
import io.controlcenter.billing.proration.domain.ProratedLine;
import io.controlcenter.billing.proration.domain.Prorating;
import io.controlcenter.billing.proration.domain.Slice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one account is billed at one boundary. Each price is billed from the first day not billed yet to the end of the
 * cycle (in advance) or to the boundary (in arrears); what was billed beyond its end is given back. So a day is billed
 * once whenever an order arrives, and a boundary that was missed is made up for.
 */
public final class CycleBilling {

    private final AccountToBill bill;
    private final BillableAccount account;
    private final CycleDays cycles;
    private final LocalDate cycleDate;
    private final Period period;
    private final LocalDate target;

    /** @param cycleDate a boundary of the account's cycles */
    public CycleBilling(AccountToBill bill, LocalDate cycleDate) {
        this.bill = bill;
        this.account = bill.account();
        this.cycles = account.cycles();
        this.cycleDate = cycleDate;
        this.period = account.inAdvance()
                ? account.cycleDay().cycleOf(cycleDate)
                : account.cycleDay().cycleBefore(cycleDate);
        this.target = bill.recurring().stream()
                .map(RecurringCharge::billedUntil)
                .filter(Objects::nonNull)
                .reduce(period.end(), Period::later); // billed days stay billed, whatever the cycles are now
    }

    /** The day up to which the account is billed afterwards. */
    public LocalDate target() {
        return target;
    }

    /** Whether a price has days to bill until now, so that from now on it is billed as far as its account. */
    public boolean hasBegun(RecurringCharge price) {
        return life(price).start().isBefore(target);
    }

    /** One-time charges are billed at the first boundary after their day, or on it. */
    public boolean bills(OneTimeCharge charge) {
        return !charge.date().isAfter(cycleDate);
    }

    /** Whether everything of a price is billed and given back once this bill is written. */
    public boolean settles(RecurringCharge price) {
        return !life(price).end().isAfter(target);
    }

    /** Whether a price goes on that was thought to have ended, as when a stop is taken back. */
    public boolean revives(RecurringCharge price) {
        return price.settled() && !settles(price);
    }

    /** The first day of a price that is not billed any more. */
    public LocalDate endOf(RecurringCharge price) {
        return life(price).end();
    }

    public InvoiceDraft draft() {
        var lines = new ArrayList<DraftLine>();
        byCharge().forEach(prices -> charge(prices, lines));
        bill.recurring().forEach(price -> credit(price, lines));
        bill.oneTime().stream().filter(this::bills).map(DraftLine::of).forEach(lines::add);
        usageByLine().stream().map(DraftLine::of).forEach(lines::add);
        return new InvoiceDraft(account, cycleDate, period, lines, List.of());
    }

    /** The account once this bill is written, for a look at the one after it. */
    public AccountToBill after() {
        return new AccountToBill(
                account,
                bill.recurring().stream()
                        .map(price -> {
                            if (settles(price)) {
                                return price.billedUntil(endOf(price));
                            }
                            return hasBegun(price) ? price.billedUntil(target) : price;
                        })
                        .toList(),
                bill.oneTime().stream().filter(charge -> !bills(charge)).toList(),
                bill.usage().stream()
                        .filter(usage -> !usage.isOverOn(cycleDate))
                        .toList(),
                List.of());
    }

    private Collection<UnbilledUsage> usageByLine() {
        var lines = new LinkedHashMap<UnbilledUsage.OneLine, UnbilledUsage>();
        for (var usage : bill.usage()) {
            if (usage.isOverOn(cycleDate)) {
                lines.merge(usage.line(), usage, UnbilledUsage::plus);
            }
        }
        return lines.values();
    }

    private Collection<List<RecurringCharge>> byCharge() {
        var charges = new LinkedHashMap<String, List<RecurringCharge>>();
        for (var price : bill.recurring()) {
            charges.computeIfAbsent(price.chargeId(), _ -> new ArrayList<>(1)).add(price);
        }
        return charges.values();
    }

    /**
     * From which day on earlier lines of a price matter: from its end if it was billed beyond that, else from the first
     * day to bill.
     */
    public static LocalDate lookback(BillableAccount account, RecurringCharge price) {
        var life = life(account, price);
        return price.billedUntil() == null ? life.start() : Period.earlier(life.end(), price.billedUntil());
    }

    private Period life(RecurringCharge price) {
        return life(account, price);
    }

    /** All days of the price that are billed sooner or later. */
    private static Period life(BillableAccount account, RecurringCharge price) {
        var start = Period.later(account.firstBilled(price.serviceStart()), price.effectiveFrom());
        var stop = account.firstUnbilled(price.serviceStop());
        var end = Period.earlier(
                Objects.requireNonNullElse(stop, LocalDate.MAX),
                Objects.requireNonNullElse(price.effectiveTo(), LocalDate.MAX));
        return new Period(start, end);
    }

    private Period due(RecurringCharge price) {
        var life = life(price);
        var from = price.billedUntil() == null ? life.start() : Period.later(life.start(), price.billedUntil());
        return new Period(from, Period.earlier(life.end(), target));
    }

    private void charge(List<RecurringCharge> prices, List<DraftLine> lines) {
        var first = prices.stream()
                .map(this::due)
                .filter(due -> !due.hasNoDay())
                .map(Period::start)
                .min(LocalDate::compareTo);
        first.ifPresent(
                start -> cycles.cyclesOf(new Period(start, target)).forEach(cycle -> charge(prices, cycle, lines)));
    }

    private void charge(List<RecurringCharge> prices, CycleDays.Cycle cycle, List<DraftLine> lines) {
        var sources = new ArrayList<RecurringCharge>(prices.size());
        var slices = new ArrayList<Slice>(prices.size());
        for (var price : prices) {
            var part = due(price).intersect(cycle.days());
            if (!part.hasNoDay()) {
                sources.add(price);
                slices.add(slice(price, part, cycle.days()));
            }
        }
        if (sources.isEmpty()) {
            return;
        }
        var charged = prorating(cycle, sources.getFirst()).charge(slices);
        for (int i = 0; i < charged.size(); i++) {
            lines.add(line(sources.get(i), charged.get(i), null));
        }
    }

    private Prorating prorating(CycleDays.Cycle cycle, RecurringCharge price) {
        return new Prorating(cycle.whole(), account.policyOn(cycle.days().start()), Money.scale(price.currency()));
    }

    private Slice slice(RecurringCharge price, Period part, Period cycle) {
        var rate = Objects.requireNonNullElse(price.amount(), BigDecimal.ZERO);
        return new Slice(part, rate, from(price, part, cycle), to(price, part, cycle));
    }

    private DateSource from(RecurringCharge price, Period part, Period cycle) {
        if (part.start().equals(account.firstBilled(price.serviceStart()))) {
            return DateSource.SERVICE_START;
        }
        return part.start().equals(cycle.start()) ? DateSource.CYCLE_BOUNDARY : DateSource.PRICE_CHANGE;
    }

    private DateSource to(RecurringCharge price, Period part, Period cycle) {
        if (part.end().equals(account.firstUnbilled(price.serviceStop()))) {
            return DateSource.SERVICE_STOP;
        }
        return part.end().equals(cycle.end()) ? DateSource.CYCLE_BOUNDARY : DateSource.PRICE_CHANGE;
    }

    private void credit(RecurringCharge price, List<DraftLine> lines) {
        var end = life(price).end();
        if (price.billedUntil() == null || !end.isBefore(price.billedUntil())) {
            return;
        }
        for (var billed : bill.earlier()) {
            var back = new Period(Period.later(end, billed.coverage().start()), billed.creditedFrom());
            if (billed.recurringChargeId() == price.id() && !back.hasNoDay()) {
                lines.add(line(price, credit(price, billed, back), billed));
            }
        }
    }

    /** At the price that was billed, whatever it is now. */
    private ProratedLine credit(RecurringCharge price, BilledLine billed, Period back) {
        var cycle = cycles.cycleOf(billed.coverage().start());
        var slice = new Slice(
                billed.coverage(),
                billed.rate(),
                from(price, billed.coverage(), cycle.days()),
                to(price, billed.coverage(), cycle.days()));
        var stops = back.start().equals(account.firstUnbilled(price.serviceStop()));
        var why = stops ? DateSource.SERVICE_STOP : DateSource.PRICE_CHANGE;
        var credit = prorating(cycle, price).credit(slice, billed.left(), back, why);
        return credit.atLeast(billed.creditable().negate());
    }

    private static DraftLine line(RecurringCharge price, ProratedLine line, @Nullable BilledLine credits) {
        return new DraftLine(
                LineType.valueOf(line.type().name()),
                price.id(),
                price.chargeId(),
                price.serviceId(),
                price.description(),
                line.coverage(),
                line.proration().rate(),
                line.net(),
                price.currency(),
                line.proration(),
                credits,
                null,
                price.supply(),
                List.of());
    }
}
