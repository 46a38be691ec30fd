package io.controlcenter.repair.ticketing.domain;

import java.time.Duration;

/**
 * A report, and what follows from it for the ticket.
 *
 * @param target the time in which the service is to be restored
 */
public record Opening(Report report, Origin origin, Priority priority, Duration target) {

    /**
     * The priority of the impact (domain b.3, rule 3), one step up where the service has telecommunications service
     * priority or people's safety depends on it.
     */
    public static Priority priority(Report report, boolean tsp) {
        var derived = report.observedImpact().priority();
        return tsp || report.publicSafety() ? derived.raised() : derived;
    }
}
