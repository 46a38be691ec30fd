package io.controlcenter.gateway.upstream;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the gateway is set up.
 *
 * @param services by context name, such as {@code order}
 * @param publicEndpoints of services, open without a token: method and path
 * @param identityPages first path segments of identity's own pages and OAuth endpoints, proxied unscoped
 * @param clientId as which the gateway exchanges tokens at identity
 * @param maxBody of a request; lies above the largest attachment of a service
 * @param maxHeaders of a request, names and values together; leaves room for what the gateway adds
 * @param clockPatience how long a move of the sandbox clock waits for the services to follow
 * @param mostEnterprises how many of a caller are read together by {@code X-Enterprise-Id: *}
 * @param retryAfter what a caller is told to wait while a service is away
 */
@ConfigurationProperties("gateway")
public record GatewaySettings(
        Map<String, Service> services,
        @DefaultValue Set<String> publicEndpoints,
        @DefaultValue Set<String> identityPages,
        @DefaultValue("gateway") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("16MB") DataSize maxBody,
        @DefaultValue("12KB") DataSize maxHeaders,
        @DefaultValue("50") int mostEnterprises,
        @DefaultValue("5s") Duration retryAfter,
        @DefaultValue("30s") Duration clockPatience,
        RateLimit rateLimit,
        @DefaultValue Cors cors) {

    /**
     * @param title for people
     * @param url base address on the internal network
     * @param paths first segments after {@code /api/v1/} that it owns
     * @param timeout how long it may stay silent
     * @param concurrency how many requests may wait for it at a time, so that it cannot take the gateway with it
     */
    public record Service(
            @DefaultValue("") String title,
            URI url,
            @DefaultValue Set<String> paths,
            @DefaultValue("10s") Duration timeout,
            @DefaultValue("128") int concurrency) {}

    /**
     * @param client per client and enterprise
     * @param enterprise of all clients of one enterprise together
     */
    public record RateLimit(Rate client, Rate enterprise) {}

    /** Requests per second in the long run, and how many may come at once after a pause. */
    public record Rate(long perSecond, long burst) {}

    /** Origins of front-ends on other hosts; none by default. */
    public record Cors(@DefaultValue List<String> allowedOrigins) {}
}
