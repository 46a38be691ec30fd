package io.controlcenter.order.ordering.persistence;

import io.controlcenter.order.ordering.application.OrderJournal;
import io.controlcenter.order.ordering.domain.MilestoneCode;
import io.controlcenter.order.ordering.domain.OrderEvent;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The histories that are asked for by themselves: of each milestone and its plan, and of escalations. */
@Component
class JdbcOrderHistory implements OrderJournal {

    private final JdbcClient db;
    private final Clock clock;

    JdbcOrderHistory(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Change(
            MilestoneCode code,
            String what,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String reason) {}

    @Override
    public void write(OrderSnapshot order, List<OrderEvent> events, Person by) {
        for (var event : events) {
            if (event instanceof OrderEvent.Escalated escalated) {
                escalated(order, escalated, by);
            }
            var change = change(event);
            if (change != null) {
                changed(order, change, by);
            }
        }
    }

    private static @Nullable Change change(OrderEvent event) {
        return switch (event) {
            case OrderEvent.MilestoneReached(var milestone) ->
                new Change(milestone.code(), "REACHED", null, null, milestone.note());
            case OrderEvent.MilestoneMissed(var milestone) ->
                new Change(milestone.code(), "MISSED", milestone.plannedDate(), null, null);
            case OrderEvent.MilestoneReset(var milestone, var reason) ->
                new Change(milestone.code(), milestone.status().name(), null, null, reason);
            case OrderEvent.DateChanged change
            when change.milestone() != null ->
                new Change(change.milestone(), "PLANNED", change.from(), change.to(), change.reason());
            default -> null;
        };
    }

    private void changed(OrderSnapshot order, Change change, Person by) {
        db.sql("""
                        insert into order_milestone_change (order_number, code, enterprise_id, account_id, change,
                          from_date, to_date, reason, at, actor_name, source)
                        values (:order, :code, :enterprise, :account, :change, :from, :to, :reason, :at, :by, :side)""")
                .param("order", order.orderNumber())
                .param("code", change.code().name())
                .param("enterprise", order.enterpriseId())
                .param("account", order.accountId())
                .param("change", change.what())
                .param("from", change.from())
                .param("to", change.to())
                .param("reason", change.reason())
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.name())
                .param("side", by.side().name())
                .update();
    }

    private void escalated(OrderSnapshot order, OrderEvent.Escalated escalated, Person by) {
        db.sql("""
                        insert into order_escalation
                          (order_number, enterprise_id, account_id, level, reason, at, actor_name, source)
                        values (:order, :enterprise, :account, :level, :reason, :at, :by, :side)""")
                .param("order", order.orderNumber())
                .param("enterprise", order.enterpriseId())
                .param("account", order.accountId())
                .param("level", escalated.escalation().level().name())
                .param("reason", escalated.escalation().reason())
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.name())
                .param("side", by.side().name())
                .update();
    }
}
