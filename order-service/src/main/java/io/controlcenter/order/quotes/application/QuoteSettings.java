package io.controlcenter.order.quotes.application;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Defaults of ours.
 *
 * @param validityDays how long an answer holds unless the seller says otherwise, calendar days
 * @param reminderDays so many days before the last one the buyer is told
 */
@ConfigurationProperties("controlcenter.order.quotes")
public record QuoteSettings(
        @DefaultValue("30") int validityDays,
        @DefaultValue("5") int reminderDays) {}
