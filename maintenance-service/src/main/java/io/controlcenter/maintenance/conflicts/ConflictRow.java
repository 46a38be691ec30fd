package io.controlcenter.maintenance.conflicts;

import io.controlcenter.maintenance.conflicts.domain.Conflict;
import io.controlcenter.maintenance.conflicts.domain.Side;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A conflict as it is kept: open, or resolved when things moved. */
record ConflictRow(
        String conflictId,
        String enterpriseId,
        Conflict.Kind kind,
        String key,
        UUID groupId,
        String groupName,
        List<String> gcrNumbers,
        List<String> windowIds,
        @Nullable String ticketNumber,
        List<Side> services,
        Instant from,
        Instant until,
        Instant detectedAt,
        @Nullable Instant resolvedAt,
        List<String> inquiryNumbers,
        long version) {

    boolean isOpen() {
        return resolvedAt == null;
    }

    /** Whether it is found again with other times or services. */
    boolean differsFrom(Conflict found) {
        return !from.equals(found.from())
                || !until.equals(found.until())
                || !services.equals(List.copyOf(found.sides()));
    }
}
