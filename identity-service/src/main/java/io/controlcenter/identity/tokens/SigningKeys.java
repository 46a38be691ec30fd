package io.controlcenter.identity.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys that tokens are signed with, kept in the database so that all replicas sign and publish the same ones. The
 * newest signs, once every replica has had the time to publish it; older ones stay published, for the tokens they signed.
 */
class SigningKeys implements JWKSource<SecurityContext> {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration PUBLISHED_BEFORE_USE = FRESH.multipliedBy(2);
    private static final long LOCK = 7_306_121;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final RealTime time;
    private volatile @Nullable Known known;

    SigningKeys(JdbcClient db, TransactionTemplate transaction, RealTime time) {
        this.db = db;
        this.transaction = transaction;
        this.time = time;
    }

    private record StoredKey(ECKey key, Instant createdAt) {}

    private record Known(List<StoredKey> keys, Instant readAt) {}

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(
                new JWKSet(keys().stream().<JWK>map(StoredKey::key).toList()));
    }

    /** Of those that could sign, the newest that everybody has seen; the first of all signs at once. */
    JWK signing(List<JWK> candidates) {
        var keys = keys();
        var before = time.now().minus(PUBLISHED_BEFORE_USE);
        var signing = keys.stream()
                .filter(stored -> !stored.createdAt().isAfter(before))
                .findFirst()
                .orElseGet(keys::getLast);
        return candidates.stream()
                .filter(key -> key.getKeyID().equals(signing.key().getKeyID()))
                .findFirst()
                .orElseGet(candidates::getFirst);
    }

    /** Newest first. */
    private List<StoredKey> keys() {
        var cached = known;
        if (cached == null || cached.readAt().plus(FRESH).isBefore(time.now())) {
            cached = new Known(read(), time.now());
            known = cached;
        }
        return cached.keys();
    }

    private List<StoredKey> read() {
        var stored = query();
        return stored.isEmpty() ? firstOnes() : stored;
    }

    private List<StoredKey> query() {
        return db.sql("select jwk, created_at from signing_key order by created_at desc, kid")
                .query((row, _) -> new StoredKey(
                        parse(row.getString(1)), row.getTimestamp(2).toInstant()))
                .list();
    }

    /** Replicas that start together must agree on one. */
    private List<StoredKey> firstOnes() {
        transaction.executeWithoutResult(_ -> {
            db.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", LOCK)
                    .query((_, _) -> LOCK)
                    .single();
            if (query().isEmpty()) {
                add();
            }
        });
        return query();
    }

    /** Adds a key, which signs from the next minute on. */
    void add() {
        var key = generate();
        db.sql("insert into signing_key (kid, jwk) values (:kid, :jwk)")
                .param("kid", key.getKeyID())
                .param("jwk", key.toJSONString())
                .update();
        known = null;
    }

    private static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("No key could be made", e);
        }
    }

    private static ECKey parse(String jwk) {
        try {
            return ECKey.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalStateException("A stored key cannot be read", e);
        }
    }
}
