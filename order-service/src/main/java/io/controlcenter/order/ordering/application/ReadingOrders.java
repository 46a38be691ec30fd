package io.controlcenter.order.ordering.application;

import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders for readers, without going through the aggregate where a list needs only a line of each. */
public interface ReadingOrders {

    /** A line in a list. */
    record Line(
            String orderNumber,
            String enterpriseId,
            String accountId,
            @Nullable String externalId,
            String state,
            @Nullable String waitingFor,
            @Nullable LocalDate requestedDate,
            @Nullable LocalDate customerCommitDate,
            @Nullable String careManagerName,
            @Nullable String jeopardyCode,
            @Nullable String jeopardyLevel,
            @Nullable String escalationLevel,
            int itemCount,
            Instant createdAt,
            @Nullable Instant submittedAt) {}

    /** Something that happened. */
    record Entry(long id, Instant at, String kind, String text, String actor, String source) {}

    /** Something that happened to a milestone or its plan. */
    record MilestoneChange(
            String code,
            String change,
            @Nullable LocalDate fromDate,
            @Nullable LocalDate toDate,
            @Nullable String reason,
            Instant at,
            String actor,
            String source) {}

    record EscalationEntry(long id, String level, String reason, Instant at, String actor, String source) {}

    Optional<OrderSnapshot> find(String orderNumber);

    Page<Line> list(String enterpriseId, ListRequest request);

    /** The open orders that a care manager looks after, of all enterprises. */
    Page<Line> workList(String careManagerId, ListRequest request);

    /** The open orders of all care managers that were escalated, for the customer escalations desk. */
    Page<Line> escalated(ListRequest request);

    Page<Entry> timeline(String orderNumber, ListRequest request);

    /** What the two sides told each other. */
    Page<Entry> notes(String orderNumber, ListRequest request);

    /** Of all milestones, oldest first. */
    List<MilestoneChange> milestoneHistory(String orderNumber);

    Page<EscalationEntry> escalations(String orderNumber, ListRequest request);
}
