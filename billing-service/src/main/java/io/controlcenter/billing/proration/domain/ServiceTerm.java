package io.controlcenter.billing.proration.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From when until when a service is billed at which prices.
 *
 * @param stop null while it goes on
 * @param rates the price from the start, and each later one
 */
public record ServiceTerm(LocalDate start, @Nullable LocalDate stop, List<Rate> rates) {

    public ServiceTerm {
        rates = rates.stream().sorted(Comparator.comparing(Rate::effectiveFrom)).toList();
    }

    /** The slices of a cycle in which the service is billed, as if it had no stop when told to look away from it. */
    List<Slice> slices(Period cycle, ProrationPolicy policy, boolean heedStop) {
        var first = policy.firstBilled(start);
        var end = heedStop ? policy.firstUnbilled(stop) : null;
        var served = cycle.intersect(new Period(first, end == null ? LocalDate.MAX : end));
        var slices = new ArrayList<Slice>();
        for (int i = 0; i < rates.size(); i++) {
            var from = i == 0 ? LocalDate.MIN : rates.get(i).effectiveFrom();
            var to = i + 1 < rates.size() ? rates.get(i + 1).effectiveFrom() : LocalDate.MAX;
            var part = served.intersect(new Period(from, to));
            if (!part.hasNoDay()) {
                slices.add(new Slice(
                        part, rates.get(i).amount(), startSource(part, cycle, first), stopSource(part, cycle, end)));
            }
        }
        return slices;
    }

    private static DateSource startSource(Period part, Period cycle, LocalDate first) {
        if (part.start().equals(first)) {
            return DateSource.SERVICE_START;
        }
        return part.start().equals(cycle.start()) ? DateSource.CYCLE_BOUNDARY : DateSource.PRICE_CHANGE;
    }

    private static DateSource stopSource(Period part, Period cycle, @Nullable LocalDate end) {
        if (part.end().equals(end)) {
            return DateSource.SERVICE_STOP;
        }
        return part.end().equals(cycle.end()) ? DateSource.CYCLE_BOUNDARY : DateSource.PRICE_CHANGE;
    }
}
