package io.controlcenter.repair.ticketing.domain;

import java.time.Duration;

/**
 * How a ticket is taken up in an installation.
 *
 * @param levels how many levels of management there are to take it to
 * @param pause how long a level has before the next one can be asked for
 */
public record EscalationPolicy(int levels, Duration pause) {

    public EscalationPolicy {
        if (levels < 1 || pause.isNegative()) {
            throw new IllegalArgumentException(
                    "A ticket is escalated over one level or more, with a pause of zero or more between two of them.");
        }
    }
}
