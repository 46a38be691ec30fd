package io.controlcenter.repair.ticketing.application;

import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tickets for readers, without going through the aggregate where a list needs only a line of each. */
public interface ReadingTickets {

    /** A line in a list. */
    record Line(
            String ticketNumber,
            String enterpriseId,
            String accountId,
            String kind,
            String origin,
            String serviceId,
            String circuitId,
            String description,
            String observedImpact,
            String priority,
            String state,
            @Nullable String customerReference,
            @Nullable String technicianName,
            int escalationLevel,
            boolean chronic,
            Instant openedAt,
            @Nullable Instant dueAt,
            @Nullable Instant resolvedAt,
            @Nullable Instant endedAt) {}

    /** Something that happened; a note when it has a note id. */
    record Entry(
            long id,
            Instant at,
            String kind,
            @Nullable UUID noteId,
            boolean internal,
            String text,
            String actor,
            String source) {}

    Optional<TicketSnapshot> find(String ticketNumber);

    /** Whether its trouble came back so often that it is treated as chronic. */
    boolean isChronic(String ticketNumber);

    /** Of the last 90 days, unless the request names a time. */
    Page<Line> list(String enterpriseId, ListRequest request);

    /** All tickets that have not ended, of every enterprise in reach, the most urgent first. */
    Page<Line> workQueue(ListRequest request);

    Page<Entry> timeline(String ticketNumber, boolean withInternal, ListRequest request);

    /** The course of events as both sides know it, oldest first: no notes, nothing internal. */
    List<Entry> course(String ticketNumber);

    Optional<Entry> note(String ticketNumber, UUID noteId, boolean withInternal);
}
