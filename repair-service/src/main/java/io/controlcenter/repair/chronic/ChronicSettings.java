package io.controlcenter.repair.chronic;

import io.controlcenter.repair.ticketing.domain.RootCause;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When trouble is chronic (domain b.3, rule 10).
 *
 * @param tickets how many on one circuit, or on several circuits of one site
 * @param within opened in this time
 * @param excludedCauses and parties: tickets that do not count; cancelled ones never do
 */
@ConfigurationProperties("controlcenter.repair.chronic")
record ChronicSettings(
        int tickets, Duration within, Set<RootCause.Code> excludedCauses, Set<RootCause.Party> excludedParties) {}
