package io.controlcenter.billing.proration.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The arithmetic of domain d.3, steps 3 to 7 and 9, within one cycle. */
public final class Prorating {

    private static final int MORE_PLACES = 10;
    private final Period cycle;
    private final ProrationPolicy policy;
    private final int scale;

    /** @param scale decimal places of the currency */
    public Prorating(Period cycle, ProrationPolicy policy, int scale) {
        this.cycle = cycle;
        this.policy = policy;
        this.scale = scale;
    }

    /**
     * What consecutive slices of the cycle cost, one line each. Slices that make up the whole cycle at one rate add up to
     * that rate; slices at different rates never cost more than the highest of them.
     */
    public List<ProratedLine> charge(List<Slice> slices) {
        var highest =
                slices.stream().map(Slice::rate).max(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        var lines = new ArrayList<ProratedLine>(slices.size());
        var left = rounded(highest);
        for (int i = 0; i < slices.size(); i++) {
            var takesRemainder = i == slices.size() - 1 && isWholeAtOneRate(slices);
            var net = takesRemainder ? left : net(slices.get(i)).min(left);
            left = left.subtract(net);
            lines.add(line(slices.get(i), net));
        }
        return lines;
    }

    private boolean isWholeAtOneRate(List<Slice> slices) {
        var covered = new Period(
                slices.getFirst().period().start(), slices.getLast().period().end());
        return covered.equals(cycle)
                && slices.stream()
                        .allMatch(slice ->
                                slice.rate().compareTo(slices.getFirst().rate()) == 0);
    }

    private BigDecimal net(Slice slice) {
        return slice.period().equals(cycle) ? rounded(slice.rate()) : share(slice.rate(), slice.period(), scale);
    }

    /** Multiplied before divided; rounded once. */
    private BigDecimal share(BigDecimal rate, Period part, int places) {
        return rate.multiply(BigDecimal.valueOf(policy.dayCount().days(part)))
                .divide(BigDecimal.valueOf(policy.dayCount().denominator(cycle)), places, RoundingMode.HALF_UP);
    }

    private BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(scale, RoundingMode.HALF_UP);
    }

    private ProratedLine line(Slice slice, BigDecimal net) {
        var whole = slice.period().equals(cycle);
        var type = whole ? ProratedLine.Type.RECURRING : ProratedLine.Type.PARTIAL;
        return new ProratedLine(type, slice.period(), net, proration(slice, !whole));
    }

    private Proration proration(Slice slice, boolean prorated) {
        var part = slice.period();
        var days = policy.dayCount();
        return new Proration(
                policy.id(),
                days,
                prorated,
                slice.rate(),
                prorated ? days.days(part) : days.denominator(cycle),
                days.denominator(cycle),
                part.start(),
                part.lastDay(),
                prorated ? share(slice.rate(), part, scale + MORE_PLACES) : slice.rate(),
                ProrationPolicy.ROUNDING,
                slice.from(),
                slice.to());
    }

    /**
     * Gives back the end of a billed slice, at the price that was billed. Where the days of the slice add up, what stays
     * billed is exactly what the days served would have cost. Never more than is left of the line.
     *
     * @param billed the slice as it was billed
     * @param left what is left of what was billed for it, after earlier credits
     * @param back the unused end of the slice, up to its end or to what was credited before
     * @param why it is unused from that day on
     */
    public ProratedLine credit(Slice billed, BigDecimal left, Period back, DateSource why) {
        var part = new Slice(back, billed.rate(), why, billed.to());
        var amount = amountBack(billed, left, back).min(left).max(BigDecimal.ZERO);
        return new ProratedLine(ProratedLine.Type.CREDIT, back, amount.negate(), proration(part, true));
    }

    private BigDecimal amountBack(Slice billed, BigDecimal left, Period back) {
        if (back.start().equals(billed.period().start())) {
            return left;
        }
        if (!daysAddUp(billed.period())) {
            return share(billed.rate(), back, scale);
        }
        var served = new Period(billed.period().start(), back.start());
        return left.subtract(share(billed.rate(), served, scale));
    }

    /** A whole cycle costs its price; with thirtieths its days may be more or fewer than that. */
    private boolean daysAddUp(Period billed) {
        return !billed.equals(cycle)
                || policy.dayCount().days(cycle) == policy.dayCount().denominator(cycle);
    }
}
