package io.controlcenter.maintenance.conflicts;

import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Learns from repair which services are down. */
@Component
class TicketEventsIn {

    private static final String TOPIC = "repair.ticket.v1";
    private static final String DOWN = "DOWN";
    private static final Set<String> OVER = Set.of("resolved", "closed", "cancelled");

    private final JdbcClient db;
    private final QueuingChecks checks;

    TicketEventsIn(JdbcClient db, QueuingChecks checks) {
        this.db = db;
        this.checks = checks;
    }

    record Ticket(
            String ticketNumber,
            String accountId,
            String serviceId,
            @Nullable String circuitId,
            String observedImpact,
            String state,
            Instant openedAt) {

        private boolean isOutage() {
            return observedImpact.equals(DOWN) && !OVER.contains(state);
        }
    }

    @OnEvent(topic = TOPIC, type = "repair.ticket.created.v1")
    void created(Event<Ticket> event) {
        keep(event);
    }

    @OnEvent(topic = TOPIC, type = "repair.ticket.state-changed.v1")
    void stateChanged(Event<Ticket> event) {
        keep(event);
    }

    @OnEvent(topic = TOPIC, type = "repair.ticket.closed.v1")
    void closed(Event<Ticket> event) {
        keep(event);
    }

    @OnEvent(topic = TOPIC, type = "repair.ticket.cancelled.v1")
    void cancelled(Event<Ticket> event) {
        keep(event);
    }

    private void keep(Event<Ticket> event) {
        var ticket = event.data();
        var rows = db.sql("""
                        insert into outage_ticket (ticket_number, enterprise_id, account_id, service_id, circuit_id, open,
                          opened_at, version)
                        values (:number, :enterprise, :account, :service, :circuit, :open, :openedAt, :version)
                        on conflict (ticket_number) do update set open = :open, version = :version
                        where outage_ticket.version < :version""")
                .param("number", ticket.ticketNumber())
                .param("enterprise", Objects.requireNonNull(event.enterpriseId(), "A ticket is an enterprise's"))
                .param("account", ticket.accountId())
                .param("service", ticket.serviceId())
                .param("circuit", ticket.circuitId())
                .param("open", ticket.isOutage())
                .param("openedAt", ticket.openedAt().atOffset(ZoneOffset.UTC))
                .param("version", event.version())
                .update();
        if (rows > 0) {
            checks.changed(List.of(ticket.serviceId()));
        }
    }
}
