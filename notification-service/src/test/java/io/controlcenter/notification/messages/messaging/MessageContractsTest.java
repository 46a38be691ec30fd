package io.controlcenter.notification.messages.messaging;

import static io.controlcenter.platform.test.EventContracts.consumed;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.notification.content.domain.AcknowledgementFacts;
import io.controlcenter.notification.content.domain.BillFacts;
import io.controlcenter.notification.content.domain.ChronicFacts;
import io.controlcenter.notification.content.domain.ConflictFacts;
import io.controlcenter.notification.content.domain.CreditFacts;
import io.controlcenter.notification.content.domain.EngagementFacts;
import io.controlcenter.notification.content.domain.InactivityFacts;
import io.controlcenter.notification.content.domain.IncidentFacts;
import io.controlcenter.notification.content.domain.InquiryFacts;
import io.controlcenter.notification.content.domain.InvitationFacts;
import io.controlcenter.notification.content.domain.MaintenanceFacts;
import io.controlcenter.notification.content.domain.MilestoneFacts;
import io.controlcenter.notification.content.domain.NoteFacts;
import io.controlcenter.notification.content.domain.OrderFacts;
import io.controlcenter.notification.content.domain.QuestionFacts;
import io.controlcenter.notification.content.domain.QuoteEndFacts;
import io.controlcenter.notification.content.domain.QuoteFacts;
import io.controlcenter.notification.content.domain.RegistrationFacts;
import io.controlcenter.notification.content.domain.RfoFacts;
import io.controlcenter.notification.content.domain.TicketFacts;
import io.controlcenter.platform.test.EventContracts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of the events that something is told of, and what is told of messages. */
class MessageContractsTest {

    @ParameterizedTest
    @ValueSource(strings = {"notification.sent.v1", "notification.failed.v1", "notification.suppressed.v1"})
    void what_became_of_a_message_is_published(String type) {
        EventContracts.assertPublished(type, MessageEventsOut.Told.class);
    }

    @Test
    void orders_bills_and_invitations_are_read() {
        assertThat(consumed("order.acknowledged.v1", AcknowledgementFacts.class).items())
                .hasSize(1);
        assertThat(consumed("order.milestone.reached.v1", MilestoneFacts.class).part())
                .isEqualTo("INSTALL_COMPLETE");
        assertThat(consumed("billing.invoice.issued.v1", BillFacts.class).amountDue())
                .hasToString("USD 2,345.60");
        assertThat(consumed("identity.user.invited.v1", InvitationFacts.class).concerns())
                .isEmpty();
    }

    @Test
    void registrations_warnings_and_meetings_are_read() {
        assertThat(consumed("identity.registration.submitted.v1", RegistrationFacts.ToConfirm.class)
                        .addressees())
                .hasSize(1);
        assertThat(consumed("identity.registration.pending-approval.v1", RegistrationFacts.ToDecide.class)
                        .addressees())
                .hasSize(1);
        assertThat(consumed("identity.registration.rejected.v1", RegistrationFacts.Refused.class)
                        .reason())
                .isNotBlank();
        assertThat(consumed("identity.user.inactivity-warning.v1", InactivityFacts.class)
                        .addressees())
                .hasSize(1);
        assertThat(consumed("identity.engagement.scheduled.v1", EngagementFacts.class)
                        .kind())
                .isEqualTo("FIRST_BILL_REVIEW");
    }

    @Test
    void what_changes_about_orders_is_read() {
        assertThat(consumed("order.rejected.v1", OrderFacts.Rejected.class).errors())
                .hasSize(1);
        assertThat(consumed("order.date.changed.v1", OrderFacts.DateChanged.class)
                        .part())
                .isEqualTo("CCD");
        assertThat(consumed("order.jeopardy.raised.v1", OrderFacts.InJeopardy.class)
                        .plan())
                .isNotBlank();
        assertThat(consumed("order.note.added.v1", OrderFacts.Noted.class).author())
                .isNotBlank();
        assertThat(consumed("order.escalated.v1", OrderFacts.Escalated.class).named())
                .hasSize(1);
        for (var what : List.of("created", "timed-out", "withdrawn")) {
            var charge = consumed("order.charge." + what + ".v1", OrderFacts.Charged.class);
            assertThat(charge.items().getFirst().amount()).hasToString("USD 600.00");
        }
    }

    @Test
    void quotes_and_credit_are_read() {
        assertThat(consumed("order.quote.state-changed.v1", QuoteFacts.class).answers())
                .isTrue();
        assertThat(consumed("order.quote.expiring.v1", QuoteEndFacts.class).named())
                .hasSize(1);
        assertThat(consumed("order.credit.decided.v1", CreditFacts.class).limit())
                .hasToString("USD 40,000.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"created", "state-changed", "resolved", "closed"})
    void tickets_are_read(String what) {
        assertThat(consumed("repair.ticket." + what + ".v1", TicketFacts.class).named())
                .hasSize(1);
    }

    @Test
    void questions_reasons_incidents_and_chronic_trouble_are_read() {
        assertThat(consumed("repair.ticket.information-required.v1", QuestionFacts.class)
                        .named())
                .hasSize(1);
        assertThat(consumed("repair.rfo.delivered.v1", RfoFacts.class).named()).hasSize(1);
        assertThat(consumed("repair.chronic.detected.v1", ChronicFacts.class).concerns())
                .hasSize(1);
        for (var what : List.of("declared", "updated", "closed")) {
            assertThat(consumed("repair.incident." + what + ".v1", IncidentFacts.class)
                            .concerns())
                    .hasSize(1);
        }
    }

    @Test
    void notes_are_read() {
        assertThat(consumed("repair.ticket.note-added.v1", NoteFacts.class).internal())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tentative",
                "scheduled",
                "rescheduled",
                "postponed",
                "cancelled",
                "started",
                "extended",
                "completed",
                "not-completed",
                "alternate-invoked",
                "reminder-due"
            })
    void maintenance_is_read(String what) {
        var facts = consumed("maintenance.gcr." + what + ".v1", MaintenanceFacts.class);
        assertThat(facts.concerns()).hasSize(1);
    }

    @Test
    void conflicts_and_answers_are_read() {
        for (var what : new String[] {"detected", "resolved"}) {
            assertThat(consumed("maintenance.conflict." + what + ".v1", ConflictFacts.class)
                            .concerns())
                    .hasSize(1);
        }
        assertThat(consumed("maintenance.inquiry.answered.v1", InquiryFacts.class)
                        .named())
                .hasSize(1);
    }
}
