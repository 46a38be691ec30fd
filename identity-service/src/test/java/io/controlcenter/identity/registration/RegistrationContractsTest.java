package io.controlcenter.identity.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.api.Test;

/** The events of registrations are those of the committed schemas. */
class RegistrationContractsTest {

    @Test
    void every_published_type_has_its_schema_and_example() {
        EventContracts.assertPublished("identity.registration.submitted.v1", RegistrationMessages.Submitted.class);
        EventContracts.assertPublished(
                "identity.registration.pending-approval.v1", RegistrationMessages.PendingApproval.class);
        EventContracts.assertPublished("identity.registration.approved.v1", RegistrationMessages.Approved.class);
        EventContracts.assertPublished("identity.registration.rejected.v1", RegistrationMessages.Rejected.class);
    }

    @Test
    void it_reads_what_it_needs_of_an_invoice() {
        var issued = EventContracts.consumed("billing.invoice.issued.v1", RecentInvoices.InvoiceIssued.class);
        assertThat(issued.invoiceNumber()).isEqualTo("INV-2026-000001");
    }
}
