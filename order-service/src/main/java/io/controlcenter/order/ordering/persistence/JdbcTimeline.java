package io.controlcenter.order.ordering.persistence;

import io.controlcenter.order.ordering.application.OrderJournal;
import io.controlcenter.order.ordering.domain.OrderEvent;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Person;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Writes what happened to an order in words (handbook S25): state changes, milestones, dates, notes, with who and when. */
@Component
class JdbcTimeline implements OrderJournal {

    private final NamedParameterJdbcOperations batch;
    private final Clock clock;

    JdbcTimeline(NamedParameterJdbcOperations batch, Clock clock) {
        this.batch = batch;
        this.clock = clock;
    }

    @Override
    public void write(OrderSnapshot order, List<OrderEvent> events, Person by) {
        batch.batchUpdate(
                """
                insert into order_timeline
                  (order_number, enterprise_id, account_id, at, kind, text, actor_id, actor_name, source)
                values (:order, :enterprise, :account, :at, :kind, :text, :actorId, :actorName, :source)
                """,
                events.stream()
                        .map(event -> new MapSqlParameterSource()
                                .addValue("order", order.orderNumber())
                                .addValue("enterprise", order.enterpriseId())
                                .addValue("account", order.accountId())
                                .addValue("at", OffsetDateTime.now(clock))
                                .addValue("kind", TimelineWords.kind(event))
                                .addValue("text", TimelineWords.text(event))
                                .addValue("actorId", by.id())
                                .addValue("actorName", by.name())
                                .addValue("source", by.side().name()))
                        .toArray(SqlParameterSource[]::new));
    }
}
