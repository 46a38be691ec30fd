package io.controlcenter.order.ordering.messaging;

import io.controlcenter.platform.test.EventContracts;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The events of {@code order.order.v1} are those of the committed schemas. */
class OrderContractsTest {

    @Test
    void every_published_type_has_its_schema_and_example() {
        Map.of(
                        "order.submitted.v1", OrderMessages.Submitted.class,
                        "order.ccm.assigned.v1", OrderMessages.CareManagerAssigned.class,
                        "order.acknowledged.v1", OrderMessages.Acknowledged.class,
                        "order.state-changed.v1", OrderMessages.StateChanged.class,
                        "order.milestone.reached.v1", OrderMessages.MilestoneReached.class,
                        "order.note.added.v1", OrderMessages.NoteAdded.class,
                        "order.accepted.v1", OrderMessages.Accepted.class)
                .forEach(EventContracts::assertPublished);
    }
}
