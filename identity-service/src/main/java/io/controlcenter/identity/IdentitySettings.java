package io.controlcenter.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What differs between installations.
 *
 * @param gatewayClientSecret by which the gateway proves itself when it exchanges tokens; without it nobody can
 * @param bootstrapOperatorUsername the first operator, made only while there is no user at all
 * @param invitationValidFor how long the link in an invitation works
 * @param accessTokenValidFor how long a token works before it has to be refreshed
 * @param refreshTokenValidFor how long somebody stays signed in without using the platform
 */
@ConfigurationProperties("controlcenter.identity")
public record IdentitySettings(
        @DefaultValue("") String gatewayClientSecret,
        @DefaultValue("") String bootstrapOperatorUsername,
        @DefaultValue("") String bootstrapOperatorPassword,
        @DefaultValue("7d") Duration invitationValidFor,
        @DefaultValue("10m") Duration accessTokenValidFor,
        @DefaultValue("12h") Duration refreshTokenValidFor) {}
