package io.controlcenter.maintenance.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.api.Test;

class OrderEventsInTest {

    @Test
    void it_reads_what_it_needs_of_an_accepted_order() {
        var accepted = EventContracts.consumed("order.accepted.v1", OrderEventsIn.OrderAccepted.class);
        assertThat(accepted.items().getFirst().circuitId()).isEqualTo("ET-1000001");
        assertThat(accepted.items().getFirst().site().city()).isEqualTo("Chicago");
    }

    @Test
    void it_reads_which_services_are_disconnected() {
        var gone = EventContracts.consumed("order.disconnected.v1", OrderEventsIn.OrderDisconnected.class);
        assertThat(gone.items().getFirst().serviceId()).isEqualTo("S-10000001");
    }
}
