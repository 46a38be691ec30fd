package io.controlcenter.identity.throttling;

import io.controlcenter.identity.secrets.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows guessing down: after some free failures a bucket is locked, each time for twice as long. It counts for names that
 * do not exist as well, so that it tells nothing, and in the database, so that all replicas count together.
 */
@Component
public class Throttle {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 6;

    private final JdbcClient db;
    private final Clock clock;

    Throttle(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * What failures are counted by.
     *
     * @param key a hash: names that somebody typed are not kept
     * @param free how many failures cost nothing
     */
    public record Bucket(String key, int free) {

        /** @param what is guessed at, such as {@code name}, and whose it is */
        public static Bucket of(String what, String whose, int free) {
            return new Bucket(Secrets.hash(what + ":" + whose), free);
        }
    }

    /** How long to wait; empty when it may be tried. */
    @Transactional(readOnly = true)
    public Optional<Duration> pause(Bucket... buckets) {
        return db.sql("select max(locked_until) from sign_in_throttle where key in (:keys) and locked_until > :now")
                .param("keys", Arrays.stream(buckets).map(Bucket::key).toList())
                .param("now", at(clock.instant()))
                .query((row, _) -> Optional.ofNullable(row.getTimestamp(1))
                        .map(until -> Duration.between(clock.instant(), until.toInstant())))
                .single();
    }

    /**
     * Failures of yesterday are forgotten; the lock doubles with each failure beyond the free ones.
     *
     * @return whether this was the failure that locked it, after which more may follow
     */
    @Transactional
    public boolean failed(Bucket bucket) {
        var now = clock.instant();
        var failures = db.sql("""
                        insert into sign_in_throttle (key, failures, last_failure_at) values (:key, 1, :now)
                        on conflict (key) do update set last_failure_at = :now, failures =
                          case when sign_in_throttle.last_failure_at < :yesterday then 1
                          else sign_in_throttle.failures + 1 end
                        returning failures""")
                .param("key", bucket.key())
                .param("now", at(now))
                .param("yesterday", at(now.minus(Duration.ofDays(1))))
                .query(Integer.class)
                .single();
        if (failures >= bucket.free()) {
            var pause = FIRST.multipliedBy(1L << Math.min(failures - bucket.free(), DOUBLINGS));
            db.sql("update sign_in_throttle set locked_until = :until where key = :key")
                    .param("key", bucket.key())
                    .param("until", at(now.plus(pause)))
                    .update();
        }
        return failures == bucket.free();
    }

    /** Who proved to be the right one begins anew. */
    @Transactional
    public void forgive(Bucket bucket) {
        db.sql("delete from sign_in_throttle where key = :key")
                .param("key", bucket.key())
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
