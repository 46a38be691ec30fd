package io.controlcenter.repair.ticketing.messaging;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The events of {@code repair.ticket.v1} are those of the committed schemas. */
class TicketContractsTest {

    @ParameterizedTest
    @ValueSource(strings = {"created", "assigned", "state-changed", "resolved", "closed", "reopened", "cancelled"})
    void a_ticket_event_has_its_schema_and_example(String what) {
        EventContracts.assertPublished("repair.ticket." + what + ".v1", TicketMessages.Ticket.class);
    }

    @Test
    void escalations_and_notes_have_their_schema_and_example() {
        EventContracts.assertPublished("repair.ticket.escalated.v1", TicketMessages.Escalated.class);
        EventContracts.assertPublished("repair.ticket.note-added.v1", TicketMessages.NoteAdded.class);
    }

    @Test
    void questions_and_creditable_outages_have_their_schema_and_example() {
        EventContracts.assertPublished(
                "repair.ticket.information-required.v1", TicketMessages.InformationRequired.class);
        EventContracts.assertPublished("repair.outage.creditable.v1", OutageCreditsOut.Creditable.class);
    }

    @Test
    void tests_and_fix_agents_have_their_schema_and_example() {
        EventContracts.assertPublished("repair.test.completed.v1", TicketMessages.TestCompleted.class);
        EventContracts.assertPublished("repair.fix-agent.changed.v1", TicketMessages.FixAgentChanged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"at-risk", "breached"})
    void a_warning_of_the_clock_has_its_schema_and_example(String what) {
        EventContracts.assertPublished("repair.sla." + what + ".v1", TicketMessages.RestoreClock.class);
    }
}
