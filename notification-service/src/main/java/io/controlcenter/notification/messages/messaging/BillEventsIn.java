package io.controlcenter.notification.messages.messaging;

import io.controlcenter.notification.content.domain.BillFacts;
import io.controlcenter.notification.content.domain.InvoicePdfFacts;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.notification.messages.application.Telling;
import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import org.springframework.stereotype.Component;

/** Tells that a bill is ready, once it is issued and not before (handbook S58), and sends it as PDF. */
@Component
class BillEventsIn {

    private final Telling telling;

    BillEventsIn(Telling telling) {
        this.telling = telling;
    }

    @OnEvent(topic = "billing.invoice.v1", type = "billing.invoice.issued.v1")
    void issued(Event<BillFacts> event) {
        telling.tell(Kind.BILL_READY, event.data(), event.enterpriseId(), event.version());
    }

    @OnEvent(topic = "billing.invoice-document.v1", type = "billing.invoice-document.ready.v1")
    void ready(Event<InvoicePdfFacts> event) {
        telling.tell(Kind.INVOICE_PDF, event.data(), event.enterpriseId(), event.version());
    }
}
