package io.controlcenter.order.carecontacts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param welcomeWithin how soon after the assignment of a care manager the customer hears from them
 * @param every how often after that, until the customer says otherwise
 */
@ConfigurationProperties("controlcenter.care-contacts")
record CareContactSettings(
        @DefaultValue("24h") Duration welcomeWithin,
        @DefaultValue("WEEKLY") CareContactPlan.Rhythm every) {}
