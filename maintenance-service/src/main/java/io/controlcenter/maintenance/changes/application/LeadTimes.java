package io.controlcenter.maintenance.changes.application;

import java.time.Instant;
import java.util.List;

/** How far ahead customers were told (handbook S42). */
public interface LeadTimes {

    /**
     * The GCRs of one designation.
     *
     * @param gcrs how many
     * @param shortestHours whole hours between the first notice and the start
     * @param medianHours half of them had more
     * @param belowNotice how many had less than the notice rule asks of a standard one
     */
    record Share(String designation, int gcrs, long shortestHours, long medianHours, int belowNotice) {}

    /** Of what began or begins in this time, by designation. */
    List<Share> of(Instant from, Instant to);
}
