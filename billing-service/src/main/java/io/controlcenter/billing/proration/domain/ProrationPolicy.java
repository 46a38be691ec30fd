package io.controlcenter.billing.proration.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What published carrier examples differ in, as data (domain d.2). Fixed for all policies: rounding half up at the
 * currency's scale per line, the remainder of a whole cycle in its last segment, a whole cycle never prorated, and no
 * more than a whole cycle charged for one.
 *
 * @param startDayBilled whether the day on which the service starts is the first one billed, or the day after it
 * @param stopDayBilled whether the day on which the service stops is the last one billed, or the day before it
 */
public record ProrationPolicy(String id, DayCount dayCount, boolean startDayBilled, boolean stopDayBilled) {

    /** How every policy rounds, as a line says it. */
    public static final String ROUNDING = "HALF_UP, remainder to LAST_SEGMENT";

    /** What every name of a policy looks like. */
    public static final String NAME = "(ACTUAL_ACTUAL|ACTUAL_30|STRICT_30)/START_(BILLED|FREE)/STOP_(BILLED|FREE)";

    public static final ProrationPolicy DEFAULT = of(DayCount.ACTUAL_ACTUAL, true, false);

    /** A policy named by what it says, such as {@code ACTUAL_ACTUAL/START_BILLED/STOP_FREE}. */
    public static ProrationPolicy of(DayCount dayCount, boolean startDayBilled, boolean stopDayBilled) {
        var id = dayCount
                + (startDayBilled ? "/START_BILLED" : "/START_FREE")
                + (stopDayBilled ? "/STOP_BILLED" : "/STOP_FREE");
        return new ProrationPolicy(id, dayCount, startDayBilled, stopDayBilled);
    }

    /** The policy of such a name. */
    public static ProrationPolicy parse(String id) {
        var parts = id.split("/", -1);
        return of(DayCount.valueOf(parts[0]), parts[1].equals("START_BILLED"), parts[2].equals("STOP_BILLED"));
    }

    /** The first day that is billed of a service that starts on this date. */
    public LocalDate firstBilled(LocalDate start) {
        return startDayBilled ? start : start.plusDays(1);
    }

    /** The first day that is not billed any more of a service that stops on this date; null when it does not stop. */
    public @Nullable LocalDate firstUnbilled(@Nullable LocalDate stop) {
        return stop == null || !stopDayBilled ? stop : stop.plusDays(1);
    }
}
