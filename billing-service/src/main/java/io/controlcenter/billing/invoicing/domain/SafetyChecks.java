package io.controlcenter.billing.invoicing.domain;

import io.controlcenter.billing.invoicing.domain.HoldReason.Check;
import io.controlcenter.billing.proration.domain.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Looks at a finished draft as a stranger would, by what the services' dates and earlier invoices say, and not by how it
 * was made (domain c.9). Any reason holds the invoice.
 */
public final class SafetyChecks {

    private final BigDecimal absurd;
    private final int linesOfDay;
    private final int usageTail;

    /**
     * @param absurd a line or an invoice of more than this is looked at by a person first
     * @param linesOfDay how many lines of one service may cover the same day
     * @param usageTail how many days after a disconnect a service can still have been used
     */
    public SafetyChecks(BigDecimal absurd, int linesOfDay, int usageTail) {
        this.absurd = absurd;
        this.linesOfDay = linesOfDay;
        this.usageTail = usageTail;
    }

    public List<HoldReason> reasons(InvoiceDraft draft, AccountToBill bill) {
        var reasons = new ArrayList<HoldReason>();
        missingRates(bill, reasons);
        currencies(bill, reasons);
        serviceDates(draft, bill, reasons);
        usageDates(draft, bill, reasons);
        doubleBilling(draft, bill, reasons);
        amounts(draft, reasons);
        negative(draft, bill, reasons);
        tooMany(draft, reasons);
        return reasons;
    }

    private static void missingRates(AccountToBill bill, List<HoldReason> reasons) {
        for (var price : bill.recurring()) {
            if (price.amount() == null) {
                reasons.add(new HoldReason(Check.MISSING_RATE, price.chargeId() + " has no price."));
            }
        }
        for (var charge : bill.oneTime()) {
            if (charge.amount() == null) {
                reasons.add(new HoldReason(Check.MISSING_RATE, charge.chargeId() + " has no amount."));
            }
        }
    }

    private static void currencies(AccountToBill bill, List<HoldReason> reasons) {
        var currency = bill.account().currency();
        for (var price : bill.recurring()) {
            if (!price.currency().equals(currency)) {
                reasons.add(mismatch(price.chargeId(), price.currency(), currency));
            }
        }
        for (var charge : bill.oneTime()) {
            if (!charge.currency().equals(currency)) {
                reasons.add(mismatch(charge.chargeId(), charge.currency(), currency));
            }
        }
        for (var usage : bill.usage()) {
            if (!usage.currency().equals(currency)) {
                reasons.add(mismatch(usage.serviceId() + "/" + usage.usageType(), usage.currency(), currency));
            }
        }
    }

    private static HoldReason mismatch(String charge, String theirs, String ours) {
        return new HoldReason(
                Check.CURRENCY_MISMATCH, "%s is in %s, the account in %s.".formatted(charge, theirs, ours));
    }

    private static void serviceDates(InvoiceDraft draft, AccountToBill bill, List<HoldReason> reasons) {
        var prices = new HashMap<Long, RecurringCharge>();
        bill.recurring().forEach(price -> prices.put(price.id(), price));
        var account = bill.account();
        for (var line : draft.lines()) {
            var price = prices.get(line.recurringChargeId());
            if (price == null || line.type() == LineType.CREDIT) {
                continue;
            }
            var stop = account.firstUnbilled(price.serviceStop());
            if (line.coverage().start().isBefore(price.serviceStart())
                    || (stop != null && line.coverage().end().isAfter(stop))) {
                reasons.add(new HoldReason(
                        Check.OUTSIDE_SERVICE_DATES,
                        "%s is billed from %s to %s, outside its service's dates."
                                .formatted(
                                        line.chargeId(),
                                        line.coverage().start(),
                                        line.coverage().end())));
            }
        }
    }

    /** A stop may have become known after the usage was taken. */
    private void usageDates(InvoiceDraft draft, AccountToBill bill, List<HoldReason> reasons) {
        for (var usage : bill.usage()) {
            var stop = usage.serviceStop();
            var outside = usage.days().start().isBefore(usage.serviceStart())
                    || (stop != null && usage.days().end().isAfter(stop.plusDays(usageTail)));
            if (outside && usage.isOverOn(draft.cycleDate())) {
                reasons.add(new HoldReason(
                        Check.OUTSIDE_SERVICE_DATES,
                        "%s of %s from %s to %s is outside its service's dates."
                                .formatted(
                                        usage.usageType(),
                                        usage.serviceId(),
                                        usage.days().start(),
                                        usage.days().end())));
            }
        }
    }

    private static void doubleBilling(InvoiceDraft draft, AccountToBill bill, List<HoldReason> reasons) {
        var billed = new HashMap<Long, List<Period>>();
        for (var earlier : bill.earlier()) {
            var days = new Period(earlier.coverage().start(), earlier.creditedFrom());
            billed.computeIfAbsent(earlier.recurringChargeId(), _ -> new ArrayList<>())
                    .add(days);
        }
        var once = new java.util.HashSet<String>();
        for (var line : draft.lines()) {
            if (isBilledTwice(line, billed) || (isOnce(line.type()) && !once.add(line.chargeId()))) {
                reasons.add(new HoldReason(
                        Check.DOUBLE_BILLING,
                        "%s is billed already for days from %s on."
                                .formatted(line.chargeId(), line.coverage().start())));
            }
        }
    }

    private static boolean isOnce(LineType type) {
        return type == LineType.NON_RECURRING || type == LineType.USAGE;
    }

    /** Remembers the line's days for the lines after it. */
    private static boolean isBilledTwice(DraftLine line, Map<Long, List<Period>> billed) {
        if (line.type() == LineType.CREDIT || line.recurringChargeId() == null) {
            return false;
        }
        var days = billed.computeIfAbsent(Objects.requireNonNull(line.recurringChargeId()), _ -> new ArrayList<>(2));
        var twice = days.stream().anyMatch(line.coverage()::overlaps);
        days.add(line.coverage());
        return twice;
    }

    private void amounts(InvoiceDraft draft, List<HoldReason> reasons) {
        for (var line : draft.lines()) {
            if (line.net().abs().compareTo(absurd) > 0) {
                reasons.add(new HoldReason(
                        Check.ABSURD_AMOUNT,
                        line.chargeId() + " is " + line.net().toPlainString() + "."));
            }
        }
        if (draft.total().abs().compareTo(absurd) > 0) {
            reasons.add(new HoldReason(
                    Check.ABSURD_AMOUNT, "The invoice is " + draft.total().toPlainString() + "."));
        }
    }

    private static void negative(InvoiceDraft draft, AccountToBill bill, List<HoldReason> reasons) {
        for (var price : bill.recurring()) {
            var stop = price.serviceStop();
            if (stop != null && stop.isBefore(price.serviceStart())) {
                reasons.add(new HoldReason(
                        Check.NEGATIVE_SERVICE,
                        "%s stops on %s, before it starts on %s."
                                .formatted(price.serviceId(), stop, price.serviceStart())));
            }
        }
        var left = new HashMap<BilledLine, BigDecimal>();
        for (var line : draft.lines()) {
            var billed = line.credits();
            if (billed != null
                    && left.merge(billed, billed.creditable().add(line.net()), (rest, _) -> rest.add(line.net()))
                                    .signum()
                            < 0) {
                reasons.add(new HoldReason(
                        Check.NEGATIVE_SERVICE, line.chargeId() + " gives back more than is left of what was billed."));
            }
        }
    }

    /** Counts, for each service, how many lines are open at once when walking along their days. */
    private void tooMany(InvoiceDraft draft, List<HoldReason> reasons) {
        if (draft.lines().size() <= linesOfDay) {
            return;
        }
        var steps = new HashMap<String, TreeMap<LocalDate, Integer>>();
        for (var line : draft.lines()) {
            if (line.serviceId() != null && line.type() != LineType.CREDIT) {
                var days = steps.computeIfAbsent(line.serviceId(), _ -> new TreeMap<>());
                days.merge(line.coverage().start(), 1, Integer::sum);
                days.merge(line.coverage().end(), -1, Integer::sum);
            }
        }
        steps.forEach((service, days) -> {
            var open = 0;
            for (var step : days.entrySet()) {
                open += step.getValue();
                if (open > linesOfDay) {
                    reasons.add(new HoldReason(
                            Check.TOO_MANY_LINES,
                            "%s has %d lines for %s, more than %d."
                                    .formatted(service, open, step.getKey(), linesOfDay)));
                    return;
                }
            }
        });
    }
}
