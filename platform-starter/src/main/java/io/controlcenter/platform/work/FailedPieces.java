package io.controlcenter.platform.work;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which pieces of due work failed, how often, and when they are tried again: for all replicas, and for operators. */
class FailedPieces {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** Who is tried again every hour and was not for so long is not due any more. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private static final int LONGEST_REASON = 500;
    private final JdbcClient db;

    FailedPieces(JdbcClient db) {
        this.db = db;
    }

    Set<String> waiting(String work, Instant now) {
        return db.sql("select item from due_work_failure where work = :work and next_try_at > :now")
                .param("work", work)
                .param("now", at(now))
                .query((row, _) -> row.getString(1))
                .set();
    }

    /** @return when it is tried again */
    Instant add(String work, String item, Instant now, RuntimeException why) {
        return db.sql("""
                        with forgotten as (delete from due_work_failure where work = :work and next_try_at < :forgotten)
                        insert into due_work_failure as f (work, item, next_try_at, reason)
                        values (:work, :item, cast(:now as timestamptz) + make_interval(secs => :first), :reason)
                        on conflict (work, item) do update set attempts = f.attempts + 1, reason = excluded.reason,
                          next_try_at = cast(:now as timestamptz)
                            + make_interval(secs => least(:longest, :first * power(2, least(f.attempts, 20))))
                        returning next_try_at""")
                .param("work", work)
                .param("item", item)
                .param("now", at(now))
                .param("forgotten", at(now.minus(FORGOTTEN_AFTER)))
                .param("first", FIRST_PAUSE.toSeconds())
                .param("longest", LONGEST_PAUSE.toSeconds())
                .param("reason", shortened(why.toString()))
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private static String shortened(String reason) {
        var text = reason.replace("\0", "");
        return text.substring(0, Math.min(LONGEST_REASON, text.length()));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
