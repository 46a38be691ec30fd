package io.controlcenter.identity.registration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.controlcenter.platform.problem.Problem;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** How often one address may try: enough for people, too little for guessing. In this replica's memory, in real time. */
@Component
class RegistrationLimit {

    private static final int MOST_ADDRESSES = 100_000;
    private static final Duration HOUR = Duration.ofHours(1);

    private final int perHour;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(HOUR)
            .build();

    RegistrationLimit(RegistrationSettings settings) {
        this.perHour = settings.perHour();
    }

    /** @throws Problem 429 with Retry-After */
    void take(String address) {
        var probe = buckets.get(address, _ -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS, "tooManyRequests", "Too many registrations; see Retry-After.")
                    .retryAfter(
                            Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1));
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, HOUR))
                .build();
    }
}
