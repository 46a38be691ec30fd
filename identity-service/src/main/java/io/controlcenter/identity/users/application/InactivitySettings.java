package io.controlcenter.identity.users.application;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long somebody may stay away (domain b.1, C-CC-DEACT; the notice is ours).
 *
 * @param deactivateAfter without sign-in
 * @param deleteAfter of being inactive
 * @param warnBefore each of the two, by mail
 */
@ConfigurationProperties("controlcenter.identity.inactivity")
record InactivitySettings(
        @DefaultValue("P6M") Period deactivateAfter,
        @DefaultValue("P6M") Period deleteAfter,
        @DefaultValue("P14D") Period warnBefore) {}
