package io.controlcenter.billing.payments.application;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who charges for us, and how.
 *
 * @param provider sandbox or stripe
 * @param scheduleDays how far ahead a payment can be scheduled
 * @param retryAfter pause after an attempt whose end is not known; doubled each time, at most an hour
 * @param lockboxLines most lines of a lockbox file
 */
@ConfigurationProperties("controlcenter.payments")
public record PaymentSettings(
        @DefaultValue("sandbox") String provider,
        @DefaultValue("365") int scheduleDays,
        @DefaultValue("30s") Duration retryAfter,
        @DefaultValue("5000") int lockboxLines,
        @DefaultValue Stripe stripe) {

    /** @param apiKey secret; only needed with the provider stripe */
    public record Stripe(
            @Nullable String apiKey,
            @DefaultValue("https://api.stripe.com") String apiBase,
            @DefaultValue("20s") Duration timeout) {}

    Duration pause(int attempts) {
        var pause = retryAfter.multipliedBy(1L << Math.min(attempts, 10));
        return pause.compareTo(Duration.ofHours(1)) < 0 ? pause : Duration.ofHours(1);
    }
}
