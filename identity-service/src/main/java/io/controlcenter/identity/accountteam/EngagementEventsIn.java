package io.controlcenter.identity.accountteam;

import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What gives the account team a reason to meet its customer. */
@Component
class EngagementEventsIn {

    private static final String ENDING = "DELETE";

    private final PlanningEngagements planning;

    EngagementEventsIn(PlanningEngagements planning) {
        this.planning = planning;
    }

    record InvoiceIssued(String accountId, LocalDate billDate, boolean firstInvoice) {}

    record OrderAccepted(String orderNumber, String accountId, Instant acceptedAt, List<Item> items) {}

    record Item(String action) {}

    @OnEvent(topic = "billing.invoice.v1", type = "billing.invoice.issued.v1")
    void issued(Event<InvoiceIssued> event) {
        var invoice = event.data();
        if (invoice.firstInvoice() && event.enterpriseId() != null) {
            planning.firstBill(event.enterpriseId(), invoice.accountId(), invoice.billDate());
        }
    }

    @OnEvent(topic = "order.order.v1", type = "order.accepted.v1")
    void accepted(Event<OrderAccepted> event) {
        var order = event.data();
        var activates = order.items().stream().anyMatch(item -> !item.action().equals(ENDING));
        if (activates && event.enterpriseId() != null) {
            planning.activated(event.enterpriseId(), order.accountId(), order.orderNumber(), order.acceptedAt());
        }
    }
}
