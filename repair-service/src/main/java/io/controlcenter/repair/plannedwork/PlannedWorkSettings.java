package io.controlcenter.repair.plannedwork;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which planned work has to do with a ticket.
 *
 * @param before how long after its end it can still be the cause
 * @param ahead how long before its start it is worth knowing of
 */
@ConfigurationProperties("controlcenter.repair.planned-work")
record PlannedWorkSettings(Duration before, Duration ahead) {}
