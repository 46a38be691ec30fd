package io.controlcenter.billing.invoicing.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The billing of all accounts whose cycle begins on a date, and how far it has come.
 *
 * @param worked real time at work on it, whatever business time says; the pause after a kill does not count
 * @param resumeAfter the account after which it goes on
 */
public record BillRun(
        long id,
        String runId,
        Kind kind,
        LocalDate cycleDate,
        State state,
        String requestedBy,
        Instant startedAt,
        @Nullable Instant completedAt,
        Progress progress,
        Duration worked,
        long resumeAfter,
        long version) {

    /** Whether it began by itself or was asked for. */
    public enum Kind {
        SCHEDULED,
        REQUESTED
    }

    /** A run that was killed is still running: it goes on where it was. */
    public enum State {
        RUNNING,
        COMPLETED
    }

    /** @param held invoices that a safety check holds */
    public record Progress(long accountsTotal, long accountsDone, long invoices, long lines, long held) {

        public Progress plus(long moreAccounts, long moreInvoices, long moreLines, long moreHeld) {
            return new Progress(
                    accountsTotal,
                    accountsDone + moreAccounts,
                    invoices + moreInvoices,
                    lines + moreLines,
                    held + moreHeld);
        }
    }

    /** Lines written in a second of work; null before anything was done. */
    public @Nullable Long linesPerSecond() {
        return perSecond(progress.lines());
    }

    /** Accounts done in a second of work; null before anything was done. */
    public @Nullable Long accountsPerSecond() {
        return perSecond(progress.accountsDone());
    }

    private @Nullable Long perSecond(long count) {
        return worked.isZero() ? null : Math.round(count * 1000.0 / worked.toMillis());
    }

    /** When it will be done if it goes on as fast as until now; null when that cannot be told. */
    public @Nullable Instant estimatedEnd(Instant now) {
        if (state == State.COMPLETED || worked.isZero() || progress.accountsDone() == 0) {
            return completedAt;
        }
        var left = Math.max(0, progress.accountsTotal() - progress.accountsDone());
        return now.plusMillis(Math.round((double) worked.toMillis() / progress.accountsDone() * left));
    }
}
