package io.controlcenter.billing.accounts.messaging;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.api.Test;

/** The events of {@code billing.account.v1} are those of the committed schemas. */
class AccountContractsTest {

    @Test
    void every_published_type_has_its_schema_and_example() {
        EventContracts.assertPublished("billing.account.created.v1", AccountMessages.Created.class);
        EventContracts.assertPublished("billing.account.updated.v1", AccountMessages.Updated.class);
        EventContracts.assertPublished("billing.account.delivery-changed.v1", AccountMessages.DeliveryChanged.class);
    }
}
