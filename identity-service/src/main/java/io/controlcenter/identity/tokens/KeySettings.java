package io.controlcenter.identity.tokens;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a key signs.
 *
 * @param rotatedEvery after how long another one takes its place, by the business clock
 * @param keptFor how long the old one is published afterwards; longer than any token lives
 */
@ConfigurationProperties("controlcenter.identity.signing-keys")
record KeySettings(
        @DefaultValue("90d") Duration rotatedEvery,
        @DefaultValue("1d") Duration keptFor) {}
