package io.controlcenter.billing.requests.application;

import io.controlcenter.billing.requests.domain.Reading;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How billing requests are worked on (domain b.5).
 *
 * @param acknowledgeWithin "48 business hours" (handbook S53)
 * @param reading which reading of that binds, where an enterprise has none of its own
 * @param decideWithin how long a decision is aimed to take
 * @param answerDays business days of silence after a question, then the request is closed
 * @param acceptDays business days of silence after a decision, then the request is closed
 * @param visibleMonths how long customers see closed requests
 * @param helpLink the billing assistance guide (handbook S55)
 */
@ConfigurationProperties("controlcenter.requests")
public record RequestSettings(
        @DefaultValue("48h") Duration acknowledgeWithin,
        @DefaultValue("SUPPORT_HOURS") Reading reading,
        @DefaultValue("30d") Duration decideWithin,
        @DefaultValue("10") int answerDays,
        @DefaultValue("5") int acceptDays,
        @DefaultValue("18") int visibleMonths,
        @DefaultValue("/api/v1/help") String helpLink) {}
