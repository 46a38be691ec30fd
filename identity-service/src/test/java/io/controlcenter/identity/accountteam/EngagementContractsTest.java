package io.controlcenter.identity.accountteam;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.api.Test;

/** The events of meetings are those of the committed schemas. */
class EngagementContractsTest {

    @Test
    void every_published_type_has_its_schema_and_example() {
        EventContracts.assertPublished("identity.engagement.scheduled.v1", EngagementMessages.Scheduled.class);
        EventContracts.assertPublished("identity.engagement.cancelled.v1", EngagementMessages.Cancelled.class);
    }

    @Test
    void it_reads_what_it_needs_of_invoices_and_orders() {
        var issued = EventContracts.consumed("billing.invoice.issued.v1", EngagementEventsIn.InvoiceIssued.class);
        assertThat(issued.firstInvoice()).isTrue();
        var accepted = EventContracts.consumed("order.accepted.v1", EngagementEventsIn.OrderAccepted.class);
        assertThat(accepted.orderNumber()).isEqualTo("O-10000001");
    }
}
