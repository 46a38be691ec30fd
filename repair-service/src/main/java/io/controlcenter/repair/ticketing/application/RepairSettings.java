package io.controlcenter.repair.ticketing.application;

import io.controlcenter.repair.ticketing.domain.EscalationPolicy;
import io.controlcenter.repair.ticketing.domain.RootCause;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an installation decides about repair.
 *
 * @param customerCheck how long a customer has to check what was resolved, before the ticket closes by itself
 * @param duplicateGuard how old an open ticket on the same service is at most, to count as the same trouble
 * @param escalation over how many levels, and how often, a ticket is taken up
 */
@ConfigurationProperties("controlcenter.repair")
public record RepairSettings(
        Duration customerCheck, Duration duplicateGuard, EscalationPolicy escalation, Credit credit) {

    /** From when an outage counts. */
    public enum CountFrom {
        /** The ticket's opening: from then on the provider knew. */
        OPENED,
        /** When the trouble began by the customer's word, where there is one. */
        ISSUE_STARTED
    }

    /**
     * Which outages earn a credit.
     *
     * @param parties in whose domain the cause has to lie
     * @param excludeWaiting whether the time does not count in which the provider waited for the customer
     */
    public record Credit(CountFrom from, Set<RootCause.Party> parties, boolean excludeWaiting) {}
}
