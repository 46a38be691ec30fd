package io.controlcenter.billing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.api.Test;

class OrderEventsInTest {

    @Test
    void it_reads_what_it_needs_of_an_accepted_order() {
        var order = EventContracts.consumed("order.accepted.v1", AcceptedOrder.class);
        var item = order.items().getFirst();
        assertThat(item.charges())
                .extracting(AcceptedOrder.Charge::type)
                .containsExactly(AcceptedOrder.Charge.Type.RECURRING, AcceptedOrder.Charge.Type.ONE_TIME);
        assertThat(item.charges().getFirst().amount().amount()).isEqualByComparingTo("1000.00");
        assertThat(item.commencementDate()).isEqualTo("2026-06-22");
    }
}
