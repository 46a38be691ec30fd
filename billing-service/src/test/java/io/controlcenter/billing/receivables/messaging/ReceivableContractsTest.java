package io.controlcenter.billing.receivables.messaging;

import io.controlcenter.platform.test.EventContracts;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The events of receivables are those of the committed schemas. */
class ReceivableContractsTest {

    @Test
    void every_published_type_has_its_schema_and_example() {
        Map.of(
                        "billing.invoice.settled.v1", ReceivableMessages.Settled.class,
                        "billing.invoice.past-due.v1", ReceivableMessages.PastDue.class,
                        "billing.invoice.withdrawn.v1", ReceivableMessages.Withdrawn.class,
                        "billing.credit-note.issued.v1", ReceivableMessages.Credited.class,
                        "billing.account.credit-hold-set.v1", ReceivableMessages.Hold.class,
                        "billing.account.credit-hold-cleared.v1", ReceivableMessages.Hold.class)
                .forEach(EventContracts::assertPublished);
    }
}
