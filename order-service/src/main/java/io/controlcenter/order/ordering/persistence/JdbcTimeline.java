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
                                .addValue("kind", kind(event))
                                .addValue("text", text(event))
                                .addValue("actorId", by.id())
                                .addValue("actorName", by.name())
                                .addValue("source", by.side().name()))
                        .toArray(SqlParameterSource[]::new));
    }

    private static String kind(OrderEvent event) {
        return switch (event) {
            case OrderEvent.Drafted _, OrderEvent.Submitted _, OrderEvent.StateChanged _, OrderEvent.Accepted _ ->
                "STATE";
            case OrderEvent.MilestoneReached _ -> "MILESTONE";
            case OrderEvent.CommitDateSet _ -> "DATE";
            case OrderEvent.CareManagerAssigned _ -> "CONTACT";
            case OrderEvent.LetterIssued _ -> "DOCUMENT";
            case OrderEvent.AcceptanceRejected _, OrderEvent.NoteAdded _ -> "NOTE";
        };
    }

    private static String text(OrderEvent event) {
        return switch (event) {
            case OrderEvent.Drafted _ -> "The order was drafted.";
            case OrderEvent.Submitted(var submittal) ->
                "Submitted by " + submittal.by().name() + ".";
            case OrderEvent.StateChanged change ->
                "From %s to %s."
                        .formatted(change.from().displayStatus(), change.to().displayStatus());
            case OrderEvent.MilestoneReached(var milestone) ->
                milestone.note() == null
                        ? "Milestone %s reached.".formatted(milestone.code())
                        : "Milestone %s reached: %s".formatted(milestone.code(), milestone.note());
            case OrderEvent.CommitDateSet(var date) -> "Delivery is committed for " + date + ".";
            case OrderEvent.CareManagerAssigned(var to, var previous) ->
                previous == null
                        ? to.name() + " cares for this order."
                        : "%s cares for this order instead of %s.".formatted(to.name(), previous.name());
            case OrderEvent.LetterIssued(var letter) -> "Acknowledgement letter %d issued.".formatted(letter.version());
            case OrderEvent.AcceptanceRejected(var reason) -> "Not accepted: " + reason;
            case OrderEvent.Accepted(var items) -> "Accepted; %d services installed.".formatted(items.size());
            case OrderEvent.NoteAdded(var text) -> text;
        };
    }
}
