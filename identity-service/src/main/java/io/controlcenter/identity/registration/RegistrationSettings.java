package io.controlcenter.identity.registration;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bounds of self-registration.
 *
 * @param linkValidFor how long the link in the mail works (domain b.1: 72 hours at most)
 * @param invoicesFor how long an invoice's number proves something
 * @param perHour requests that one address may send in an hour
 * @param mailsPerDay that one mail address may get, whoever asks for it
 */
@ConfigurationProperties("controlcenter.identity.registration")
record RegistrationSettings(
        @DefaultValue("72h") Duration linkValidFor,
        @DefaultValue("P24M") Period invoicesFor,
        @DefaultValue("10") int perHour,
        @DefaultValue("3") int mailsPerDay) {}
