package io.controlcenter.repair.plannedwork;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GcrEventsInTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scheduled",
                "rescheduled",
                "postponed",
                "cancelled",
                "started",
                "extended",
                "alternate-invoked",
                "completed",
                "not-completed"
            })
    void it_reads_what_it_needs_of_a_maintenance_event(String what) {
        var gcr = EventContracts.consumed("maintenance.gcr." + what + ".v1", GcrEventsIn.Gcr.class);
        assertThat(gcr.services())
                .extracting(GcrEventsIn.AffectedService::windowId)
                .containsExactly(gcr.windows().getFirst().windowId());
    }
}
