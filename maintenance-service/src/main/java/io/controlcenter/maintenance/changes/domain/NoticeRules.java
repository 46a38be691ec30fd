package io.controlcenter.maintenance.changes.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far ahead customers are told.
 *
 * @param notice between the first notice and the start of work that services can feel
 * @param reminders how long before the start customers are reminded
 * @param earlyStart how long before its window work may begin at most
 */
public record NoticeRules(Duration notice, List<Duration> reminders, Duration earlyStart) {

    /** The next reminder that is still to come; null when all times for one have passed. */
    @Nullable
    Instant nextReminder(Instant start, Instant now) {
        return reminders.stream()
                .map(start::minus)
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .orElse(null);
    }
}
