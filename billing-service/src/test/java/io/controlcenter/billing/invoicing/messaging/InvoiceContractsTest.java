package io.controlcenter.billing.invoicing.messaging;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.api.Test;

/** The events of {@code billing.invoice.v1} are those of the committed schemas. */
class InvoiceContractsTest {

    @Test
    void every_published_type_has_its_schema_and_example() {
        EventContracts.assertPublished("billing.invoice.issued.v1", InvoiceMessages.Issued.class);
    }
}
