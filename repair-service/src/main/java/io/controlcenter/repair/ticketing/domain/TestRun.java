package io.controlcenter.repair.ticketing.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A test of the service.
 *
 * @param intrusive whether it interrupts the service
 * @param finishedAt null while it runs
 * @param measurements what was measured, in the technician's words
 */
public record TestRun(
        UUID testId,
        Type type,
        boolean intrusive,
        Person requestedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Result result,
        @Nullable String measurements) {

    public enum Type {
        LOOPBACK,
        LINE,
        THROUGHPUT_RFC2544,
        LIGHT_LEVEL,
        PING_TRACE,
        BER,
        OTHER
    }

    public enum Result {
        PASS,
        FAIL,
        INCONCLUSIVE
    }

    TestRun finished(Result with, @Nullable String measured, Instant at) {
        return new TestRun(testId, type, intrusive, requestedBy, startedAt, at, with, measured);
    }
}
