package io.controlcenter.identity.signin;

import io.controlcenter.identity.secrets.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows guessing down: after a few failures a user name, and after many an address, is locked, each time for twice as
 * long. It counts for names that do not exist as well, so that it tells nothing, and in the database, so that all
 * replicas count together.
 */
@Component
class SignInThrottle {

    private static final int FREE_FAILURES_OF_NAME = 5;
    private static final int FREE_FAILURES_OF_ADDRESS = 50;
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 6;

    private final JdbcClient db;
    private final Clock clock;

    SignInThrottle(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Who tries, and from where. */
    record Attempt(String username, String address) {

        private String nameKey() {
            return Secrets.hash("name:" + username);
        }

        private String addressKey() {
            return Secrets.hash("address:" + address);
        }
    }

    /** How long to wait; empty when it may be tried. */
    @Transactional(readOnly = true)
    Optional<Duration> pause(Attempt attempt) {
        return db.sql("select max(locked_until) from sign_in_throttle where key in (:keys) and locked_until > :now")
                .param("keys", List.of(attempt.nameKey(), attempt.addressKey()))
                .param("now", at(clock.instant()))
                .query((row, _) -> Optional.ofNullable(row.getTimestamp(1))
                        .map(until -> Duration.between(clock.instant(), until.toInstant())))
                .single();
    }

    @Transactional
    void failed(Attempt attempt) {
        count(attempt.nameKey(), FREE_FAILURES_OF_NAME);
        count(attempt.addressKey(), FREE_FAILURES_OF_ADDRESS);
    }

    /** Failures of yesterday are forgotten; the lock doubles with each failure beyond the free ones. */
    private void count(String key, int free) {
        var now = clock.instant();
        var failures = db.sql("""
                        insert into sign_in_throttle (key, failures, last_failure_at) values (:key, 1, :now)
                        on conflict (key) do update set last_failure_at = :now, failures =
                          case when sign_in_throttle.last_failure_at < :yesterday then 1
                          else sign_in_throttle.failures + 1 end
                        returning failures""")
                .param("key", key)
                .param("now", at(now))
                .param("yesterday", at(now.minus(Duration.ofDays(1))))
                .query(Integer.class)
                .single();
        if (failures >= free) {
            var pause = FIRST.multipliedBy(1L << Math.min(failures - free, DOUBLINGS));
            db.sql("update sign_in_throttle set locked_until = :until where key = :key")
                    .param("key", key)
                    .param("until", at(now.plus(pause)))
                    .update();
        }
    }

    /** The address keeps its count: it may be guessing at others. */
    @Transactional
    void succeeded(Attempt attempt) {
        db.sql("delete from sign_in_throttle where key = :key")
                .param("key", attempt.nameKey())
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
