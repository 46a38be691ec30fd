package io.controlcenter.billing.usage;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What usage is taken.
 *
 * @param tailDays how many days after a disconnect a service can still have been used (domain d.6)
 */
@ConfigurationProperties("controlcenter.usage")
public record UsageSettings(@DefaultValue("90") int tailDays) {}
