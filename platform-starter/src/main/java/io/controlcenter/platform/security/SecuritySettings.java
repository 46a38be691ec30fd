package io.controlcenter.platform.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where tokens come from.
 *
 * @param issuer the {@code iss} of every token: the public address of the platform
 * @param jwksUri where the provider publishes its keys, on the internal network
 * @param audience the {@code aud} that a token must carry here: that of scoped tokens, which only the gateway gets
 */
@ConfigurationProperties("controlcenter.security")
public record SecuritySettings(
        @DefaultValue("http://localhost:8080") String issuer,
        @DefaultValue("http://localhost:8081/oauth2/jwks") String jwksUri,
        @DefaultValue("control-center-services") String audience) {}
