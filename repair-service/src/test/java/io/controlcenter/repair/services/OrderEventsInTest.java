package io.controlcenter.repair.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.EventContracts;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderEventsInTest {

    @Test
    void it_reads_what_it_needs_of_an_order() {
        var assigned = EventContracts.consumed("order.ccm.assigned.v1", OrderEventsIn.CareManagerAssigned.class);
        assertThat(assigned.customerCareManager().phone()).isEqualTo("+1 555 0100");
        var acknowledged = EventContracts.consumed("order.acknowledged.v1", OrderEventsIn.Acknowledged.class);
        assertThat(acknowledged.items())
                .extracting(OrderEventsIn.AcknowledgedItem::serviceId)
                .containsExactly("S-10000001");
        var accepted = EventContracts.consumed("order.accepted.v1", OrderEventsIn.Accepted.class);
        assertThat(accepted.items())
                .extracting(OrderEventsIn.AcceptedItem::circuitId)
                .containsExactly("ET-1000001");
        assertThat(accepted.items().getFirst().productCode()).isEqualTo("EVPL-1G");
        var disconnected = EventContracts.consumed("order.disconnected.v1", OrderEventsIn.Disconnected.class);
        assertThat(disconnected.items())
                .extracting(OrderEventsIn.DisconnectedItem::serviceId)
                .containsExactly("S-10000001");
        for (var over : List.of("order.item.cancelled.v1", "order.item.failed.v1")) {
            assertThat(EventContracts.consumed(over, OrderEventsIn.ItemOver.class)
                            .serviceId())
                    .isEqualTo("S-10000002");
        }
        assertThat(EventContracts.consumed("order.state-changed.v1", OrderEventsIn.StateChanged.class)
                        .to())
                .isEqualTo("cancelled");
    }
}
