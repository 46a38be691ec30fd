package io.controlcenter.billing.proration.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What a service costs cycle by cycle, in the order in which it is billed. */
public final class RecurringCharges {

    private final CycleDay cycleDay;
    private final ProrationPolicy policy;
    private final int scale;

    /** @param scale decimal places of the currency */
    public RecurringCharges(CycleDay cycleDay, ProrationPolicy policy, int scale) {
        this.cycleDay = cycleDay;
        this.policy = policy;
        this.scale = scale;
    }

    /** The days of one cycle that were served. */
    public List<ProratedLine> ofCycle(ServiceTerm term, Period cycle) {
        return new Prorating(cycle, policy, scale).charge(term.slices(cycle, policy, true));
    }

    /** In arrears: each cycle that has ended by the date, what was served of it. */
    public List<ProratedLine> inArrears(ServiceTerm term, LocalDate billedThrough) {
        return cycles(term, billedThrough)
                .filter(cycle -> !cycle.end().isAfter(billedThrough))
                .flatMap(cycle -> ofCycle(term, cycle).stream())
                .toList();
    }

    /** In advance: each cycle that has begun by the date, to its end; a stop inside gives the rest of it back. */
    public List<ProratedLine> inAdvance(ServiceTerm term, LocalDate billedThrough) {
        return cycles(term, billedThrough)
                .flatMap(cycle -> advance(term, cycle))
                .toList();
    }

    private Stream<ProratedLine> advance(ServiceTerm term, Period cycle) {
        var prorating = new Prorating(cycle, policy, scale);
        var slices = term.slices(cycle, policy, false);
        var charged = prorating.charge(slices);
        var end = policy.firstUnbilled(term.stop());
        if (end == null || !end.isBefore(cycle.end())) {
            return charged.stream();
        }
        var unused = new Period(end, cycle.end());
        var credits = Stream.iterate(0, i -> i < slices.size(), i -> i + 1)
                .filter(i -> slices.get(i).period().overlaps(unused))
                .map(i -> prorating.credit(
                        slices.get(i),
                        charged.get(i).net(),
                        slices.get(i).period().intersect(unused),
                        DateSource.SERVICE_STOP));
        return Stream.concat(charged.stream(), credits);
    }

    /** From the cycle of the start to the last one that began by the date, and before the service ended. */
    private Stream<Period> cycles(ServiceTerm term, LocalDate billedThrough) {
        var end = policy.firstUnbilled(term.stop());
        var until = end == null ? LocalDate.MAX : end;
        var first = policy.firstBilled(term.start());
        var billed =
                new Period(first, Period.earlier(until, Period.later(billedThrough.plusDays(1), first.plusDays(1))));
        return cycleDay.cyclesOf(billed).filter(cycle -> !cycle.start().isAfter(billedThrough));
    }
}
