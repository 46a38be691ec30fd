package io.controlcenter.gateway.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.controlcenter.gateway.upstream.GatewaySettings;
import io.controlcenter.platform.problem.Problem;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** A bucket per client and enterprise, in this replica's memory; see docs/decisions. */
@Component
public final class RateLimits {

    private static final int MOST = 100_000;
    private final long burst;
    private final String limit;
    private final long perSecond;
    private final Cache<Client, Bucket> buckets;

    private record Client(String id, @Nullable String enterprise) {}

    RateLimits(GatewaySettings settings) {
        this.burst = settings.rateLimit().burst();
        this.perSecond = settings.rateLimit().perSecond();
        this.limit = Long.toString(burst);
        var full = Duration.ofSeconds(burst / perSecond + 60);
        this.buckets =
                Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(full).build();
    }

    /**
     * Takes one request from the caller's bucket and tells how it stands.
     *
     * @throws Problem 429
     */
    public void take(String client, @Nullable String enterprise, HttpServletResponse response) {
        var probe = buckets.get(new Client(client, enterprise), _ -> bucket()).tryConsumeAndReturnRemaining(1);
        response.setHeader("RateLimit-Limit", limit);
        response.setHeader("RateLimit-Remaining", Long.toString(probe.getRemainingTokens()));
        response.setHeader("RateLimit-Reset", Long.toString(seconds(probe.getNanosToWaitForReset())));
        if (!probe.isConsumed()) {
            throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "tooManyRequests", "Too many requests; see Retry-After.")
                    .retryAfter(Duration.ofSeconds(seconds(probe.getNanosToWaitForRefill())));
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    private static long seconds(long nanos) {
        return (nanos + 999_999_999L) / 1_000_000_000L;
    }
}
