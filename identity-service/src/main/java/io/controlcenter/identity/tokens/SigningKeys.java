package io.controlcenter.identity.tokens;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.controlcenter.identity.RealTime;
import io.controlcenter.identity.tokens.domain.KeyRing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The keys that tokens are signed with, kept in the database so that all replicas sign and publish the same ones, and
 * here for half a minute, so that signing asks nobody.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

    private static final Duration FRESH = Duration.ofSeconds(30);

    private final KeyStore store;
    private final RealTime time;
    private volatile @Nullable Known known;

    SigningKeys(KeyStore store, RealTime time) {
        this.store = store;
        this.time = time;
    }

    private record Known(List<KeyStore.Stored> keys, Instant readAt) {}

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(
                new JWKSet(keys().stream().<JWK>map(KeyStore.Stored::key).toList()));
    }

    /** Of those that could sign, the one whose turn it is. */
    JWK signing(List<JWK> candidates) {
        var signing = ring().signing(time.now()).kid();
        return candidates.stream()
                .filter(key -> key.getKeyID().equals(signing))
                .findFirst()
                .orElseGet(candidates::getFirst);
    }

    KeyRing ring() {
        return KeyStore.ring(keys());
    }

    private List<KeyStore.Stored> keys() {
        var cached = known;
        if (cached == null || cached.readAt().plus(FRESH).isBefore(time.now())) {
            cached = new Known(store.readOrMakeFirst(), time.now());
            known = cached;
        }
        return cached.keys();
    }

    /** To be read again by this replica; the others do within {@link #FRESH}. */
    void changed() {
        known = null;
    }
}
