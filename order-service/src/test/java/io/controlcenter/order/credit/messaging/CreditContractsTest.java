package io.controlcenter.order.credit.messaging;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.api.Test;

/** The event of {@code order.credit.v1} is that of the committed schema. */
class CreditContractsTest {

    @Test
    void every_published_type_has_its_schema_and_example() {
        EventContracts.assertPublished("order.credit.decided.v1", CreditEventsOut.Decided.class);
    }
}
