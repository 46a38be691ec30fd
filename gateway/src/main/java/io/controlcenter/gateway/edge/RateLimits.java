package io.controlcenter.gateway.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.controlcenter.gateway.upstream.GatewaySettings;
import io.controlcenter.gateway.upstream.GatewaySettings.Rate;
import io.controlcenter.platform.problem.Problem;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Two buckets, in this replica's memory; see docs/decisions. One per client and enterprise, so that no client takes the
 * platform for itself, and a wider one per enterprise, so that no enterprise does with many clients.
 */
@Component
public final class RateLimits {

    private static final int MOST = 100_000;
    private final Buckets<Client> clients;
    private final Buckets<String> enterprises;

    private record Client(String id, @Nullable String enterprise) {}

    RateLimits(GatewaySettings settings) {
        this.clients = new Buckets<>(settings.rateLimit().client());
        this.enterprises = new Buckets<>(settings.rateLimit().enterprise());
    }

    /**
     * Takes one request from the caller's buckets and tells how the emptier one stands.
     *
     * @param enterprise null while none is granted to the client
     * @throws Problem 429
     */
    public void take(String client, @Nullable String enterprise, HttpServletResponse response) {
        var own = clients.of(new Client(client, enterprise));
        var took = own.tryConsumeAndReturnRemaining(1);
        if (enterprise == null || !took.isConsumed()) {
            tell(took, clients.rate, response);
            return;
        }
        var all = enterprises.of(enterprise).tryConsumeAndReturnRemaining(1);
        if (!all.isConsumed()) {
            own.addTokens(1);
        }
        if (all.getRemainingTokens() < took.getRemainingTokens()) {
            tell(all, enterprises.rate, response);
        } else {
            tell(took, clients.rate, response);
        }
    }

    private static void tell(ConsumptionProbe probe, Rate rate, HttpServletResponse response) {
        response.setHeader("RateLimit-Limit", Long.toString(rate.burst()));
        response.setHeader("RateLimit-Remaining", Long.toString(probe.getRemainingTokens()));
        response.setHeader("RateLimit-Reset", Long.toString(seconds(probe.getNanosToWaitForReset())));
        if (!probe.isConsumed()) {
            throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "tooManyRequests", "Too many requests; see Retry-After.")
                    .retryAfter(Duration.ofSeconds(seconds(probe.getNanosToWaitForRefill())));
        }
    }

    private static long seconds(long nanos) {
        return (nanos + 999_999_999L) / 1_000_000_000L;
    }

    private static final class Buckets<K> {

        private final Rate rate;
        private final Cache<K, Bucket> buckets;

        Buckets(Rate rate) {
            this.rate = rate;
            this.buckets = Caffeine.newBuilder()
                    .maximumSize(MOST)
                    .expireAfterAccess(Duration.ofSeconds(rate.burst() / rate.perSecond() + 60))
                    .build();
        }

        Bucket of(K key) {
            return buckets.get(
                    key,
                    _ -> Bucket.builder()
                            .addLimit(limit ->
                                    limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                            .build());
        }
    }
}
