package io.controlcenter.billing.requests.messaging;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The events of {@code billing.request.v1} are those of the committed schemas. */
class RequestContractsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "billing.request.received.v1",
                "billing.request.acknowledged.v1",
                "billing.request.state-changed.v1",
                "billing.request.note-added.v1",
                "billing.request.sla-at-risk.v1",
                "billing.request.sla-breached.v1",
                "billing.dispute.opened.v1",
                "billing.dispute.resolved.v1"
            })
    void every_published_type_has_its_schema_and_example(String type) {
        EventContracts.assertPublished(type, RequestMessages.RequestTold.class);
    }
}
