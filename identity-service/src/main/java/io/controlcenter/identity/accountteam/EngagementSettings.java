package io.controlcenter.identity.accountteam;

import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the account team proposes to meet; all of it ours to choose.
 *
 * @param at time of day
 * @param zone of customers whose account's zone is not known
 * @param onboardingAfter the enterprise was created
 * @param postActivationAfter an order was accepted
 * @param firstBillAfter the day of the bill
 * @param quarterlyAfter the quarter began
 * @param quarterlyAhead how long before the quarter begins its review is scheduled
 * @param lasts how long a meeting takes
 */
@ConfigurationProperties("controlcenter.identity.engagements")
record EngagementSettings(
        @DefaultValue("10:00") LocalTime at,
        @DefaultValue("America/Chicago") ZoneId zone,
        @DefaultValue("P7D") Period onboardingAfter,
        @DefaultValue("P7D") Period postActivationAfter,
        @DefaultValue("P5D") Period firstBillAfter,
        @DefaultValue("P9D") Period quarterlyAfter,
        @DefaultValue("P30D") Period quarterlyAhead,
        @DefaultValue("1h") Duration lasts) {}
