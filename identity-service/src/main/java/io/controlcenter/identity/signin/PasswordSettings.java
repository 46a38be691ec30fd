package io.controlcenter.identity.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param notAgain how many of the passwords before the present one may not come again
 * @param resetValidFor how long the link to choose another one works
 */
@ConfigurationProperties("controlcenter.identity.passwords")
record PasswordSettings(
        @DefaultValue("5") int notAgain, @DefaultValue("1h") Duration resetValidFor) {}
