package io.controlcenter.billing.documents;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.api.Test;

/** The event of {@code billing.invoice-document.v1} is that of the committed schema. */
class DocumentContractsTest {

    @Test
    void the_published_type_has_its_schema_and_example() {
        EventContracts.assertPublished("billing.invoice-document.ready.v1", MailingPdfs.Ready.class);
    }
}
