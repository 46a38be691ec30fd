package io.controlcenter.order.quotes.messaging;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.api.Test;

/** The events of {@code order.quote.v1} are those of the committed schemas. */
class QuoteContractsTest {

    @Test
    void every_published_type_has_its_schema_and_example() {
        EventContracts.assertPublished("order.quote.state-changed.v1", QuoteEventsOut.StateChanged.class);
        EventContracts.assertPublished("order.quote.expiring.v1", QuoteEventsOut.Expiring.class);
    }
}
