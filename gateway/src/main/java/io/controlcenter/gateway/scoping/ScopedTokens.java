package io.controlcenter.gateway.scoping;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.controlcenter.gateway.tokens.AccessToken;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Scoped tokens, exchanged once and used until they are about to expire or identity says that something changed.
 *
 * <p>What was asked for before a change must not be kept after it: every change makes a new generation, an exchange
 * belongs to the one it began in, and only its own generation shares or keeps it.
 */
@Component
public final class ScopedTokens {

    private static final int MOST = 50_000;
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private record Key(String accessToken, @Nullable String enterprise) {}

    private record Flight(Key key, long generation) {}

    private final TokenExchange identity;
    private final AtomicLong generation = new AtomicLong();
    private final ConcurrentMap<Flight, CompletableFuture<Scope>> flights = new ConcurrentHashMap<>();
    private final Cache<Key, Scope.Granted> known = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(Expiry.creating((Key _, Scope.Granted scope) -> usable(scope.lifetime())))
            .build();

    ScopedTokens(TokenExchange identity) {
        this.identity = identity;
    }

    /** A short-lived token is used for half its life; the others until the services could find them expired. */
    private static Duration usable(Duration lifetime) {
        return lifetime.compareTo(MARGIN.multipliedBy(2)) > 0 ? lifetime.minus(MARGIN) : lifetime.dividedBy(2);
    }

    /** @param enterprise as the caller named it; null for none */
    public Scope scope(AccessToken accessToken, @Nullable String enterprise) {
        var key = new Key(accessToken.value(), enterprise);
        var kept = known.getIfPresent(key);
        return kept == null ? exchange(key, accessToken.subject()) : kept;
    }

    /** What was granted before, so that asking for it again costs identity nothing. */
    Scope.@Nullable Granted known(AccessToken accessToken, @Nullable String enterprise) {
        return known.getIfPresent(new Key(accessToken.value(), enterprise));
    }

    private Scope exchange(Key key, String subject) {
        var flight = new Flight(key, generation.get());
        var mine = new CompletableFuture<Scope>();
        var theirs = flights.putIfAbsent(flight, mine);
        if (theirs != null) {
            return theirs.join();
        }
        try {
            var scope = identity.exchange(key.accessToken(), subject, key.enterprise());
            keep(flight, scope);
            mine.complete(scope);
            return scope;
        } finally {
            // a failure frees those who wait, too; what completed stays so
            mine.complete(new Scope.Refused(Scope.Reason.UNAVAILABLE));
            flights.remove(flight);
        }
    }

    private void keep(Flight flight, Scope scope) {
        if (scope instanceof Scope.Granted granted && flight.generation() == generation.get()) {
            known.put(flight.key(), granted);
            if (flight.generation() != generation.get()) {
                known.invalidate(flight.key());
            }
        }
    }

    /** Forgets what was granted to these subjects, and on these enterprises. */
    void forget(Set<String> subjects, Set<String> enterprises) {
        generation.incrementAndGet();
        known.asMap()
                .values()
                .removeIf(scope -> subjects.contains(scope.subject())
                        || (scope.enterpriseId() != null && enterprises.contains(scope.enterpriseId())));
    }

    void forgetAll() {
        generation.incrementAndGet();
        known.invalidateAll();
    }
}
