package io.controlcenter.order.ordering.application;

import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.time.Instant;
import java.time.LocalDate;
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
            @Nullable LocalDate requestedDate,
            @Nullable LocalDate customerCommitDate,
            @Nullable String careManagerName,
            int itemCount,
            Instant createdAt,
            @Nullable Instant submittedAt) {}

    /** Something that happened. */
    record Entry(long id, Instant at, String kind, String text, String actor, String source) {}

    Optional<OrderSnapshot> find(String orderNumber);

    Page<Line> list(String enterpriseId, ListRequest request);

    /** The open orders that a care manager looks after, of all enterprises. */
    Page<Line> workList(String careManagerId, ListRequest request);

    Page<Entry> timeline(String orderNumber, ListRequest request);
}
