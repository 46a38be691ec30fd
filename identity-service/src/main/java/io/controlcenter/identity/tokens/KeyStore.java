package io.controlcenter.identity.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.controlcenter.identity.secrets.SecretBox;
import io.controlcenter.identity.tokens.domain.KeyRing;
import java.text.ParseException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of {@code signing_key}, whose private halves are sealed. One replica at a time changes them. */
@Component
class KeyStore {

    private static final long LOCK = 7_306_121;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final SecretBox box;
    private final Clock clock;

    KeyStore(JdbcClient db, TransactionTemplate transaction, SecretBox box, Clock clock) {
        this.db = db;
        this.transaction = transaction;
        this.box = box;
        this.clock = clock;
    }

    record Stored(ECKey key, KeyRing.Member member) {}

    static KeyRing ring(List<Stored> keys) {
        return new KeyRing(keys.stream().map(Stored::member).toList());
    }

    /** Newest first. Replicas that start together agree on the first one. */
    List<Stored> readOrMakeFirst() {
        var stored = read();
        if (stored.isEmpty()) {
            addIf(List::isEmpty);
            stored = read();
        }
        return stored;
    }

    private List<Stored> read() {
        return db.sql("select kid, jwk, created_at, made_at from signing_key order by created_at desc, kid")
                .query((row, _) -> new Stored(
                        open(row.getString(1), row.getString(2)),
                        new KeyRing.Member(
                                row.getString(1),
                                row.getTimestamp(3).toInstant(),
                                row.getTimestamp(4).toInstant())))
                .list();
    }

    /** Adds a key where the present ones ask for it; looks again once nobody else can be adding one. */
    boolean addIf(Predicate<List<Stored>> due) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            lock();
            if (!due.test(read())) {
                return false;
            }
            add();
            return true;
        }));
    }

    private void add() {
        var key = generate();
        db.sql("insert into signing_key (kid, jwk, made_at) values (:kid, :jwk, :now)")
                .param("kid", key.getKeyID())
                .param("jwk", box.seal(purpose(key.getKeyID()), key.toJSONString()))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    int remove(String kid) {
        return db.sql("delete from signing_key where kid = :kid")
                .param("kid", kid)
                .update();
    }

    /** Keys from before they were sealed, or sealed by a key that is on its way out. */
    int sealAnew() {
        return db
                .sql("select kid, jwk from signing_key where not starts_with(jwk, :prefix)")
                .param("prefix", box.currentPrefix())
                .query((row, _) -> open(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .mapToInt(key -> db.sql("update signing_key set jwk = :jwk where kid = :kid")
                        .param("kid", key.getKeyID())
                        .param("jwk", box.seal(purpose(key.getKeyID()), key.toJSONString()))
                        .update())
                .sum();
    }

    private void lock() {
        db.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((_, _) -> LOCK)
                .single();
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

    private ECKey open(String kid, String stored) {
        try {
            return ECKey.parse(SecretBox.isSealed(stored) ? box.open(purpose(kid), stored) : stored);
        } catch (ParseException e) {
            throw new IllegalStateException("A stored key cannot be read", e);
        }
    }

    private static String purpose(String kid) {
        return "signing-key:" + kid;
    }
}
