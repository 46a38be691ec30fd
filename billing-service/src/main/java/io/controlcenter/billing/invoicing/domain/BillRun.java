package io.controlcenter.billing.invoicing.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The billing of all accounts whose cycle begins on a date, and how far it has come.
 *
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
    public record Progress(long accountsTotal, long accountsDone, long invoices, long lines, long held) {}
}
