package io.controlcenter.maintenance.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The events of {@code maintenance.conflict.v1}, and what is read of repair's. */
class ConflictContractsTest {

    @ParameterizedTest
    @ValueSource(strings = {"maintenance.conflict.detected.v1", "maintenance.conflict.resolved.v1"})
    void every_published_type_has_its_schema_and_example(String type) {
        EventContracts.assertPublished(type, ConflictMessages.Conflict.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"created", "state-changed", "closed", "cancelled"})
    void tickets_are_read(String what) {
        assertThat(EventContracts.consumed("repair.ticket." + what + ".v1", TicketEventsIn.Ticket.class)
                        .observedImpact())
                .isEqualTo("DOWN");
    }
}
