package io.controlcenter.billing.outages;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.api.Test;

class OutageEventsInTest {

    @Test
    void it_reads_what_it_needs_of_a_creditable_outage() {
        var outage = EventContracts.consumed("repair.outage.creditable.v1", OutageEventsIn.CreditableOutage.class);
        assertThat(outage.minutes()).isEqualTo(432);
        assertThat(outage.ticketNumber()).isEqualTo("T-10000001");
    }
}
