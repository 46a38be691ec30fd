package io.controlcenter.order.ordering.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.EventContracts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The events of {@code order.order.v1} are those of the committed schemas. */
class OrderContractsTest {

    @Test
    void every_published_type_has_its_schema_and_example() {
        Map.ofEntries(
                        Map.entry("order.submitted.v1", OrderMessages.Submitted.class),
                        Map.entry("order.rejected.v1", OrderMessages.Rejected.class),
                        Map.entry("order.ccm.assigned.v1", OrderMessages.CareManagerAssigned.class),
                        Map.entry("order.acknowledged.v1", OrderMessages.Acknowledged.class),
                        Map.entry("order.state-changed.v1", OrderMessages.StateChanged.class),
                        Map.entry("order.item.cancelled.v1", OrderMessages.ItemOver.class),
                        Map.entry("order.item.failed.v1", OrderMessages.ItemOver.class),
                        Map.entry("order.milestone.reached.v1", OrderMessages.MilestoneReached.class),
                        Map.entry("order.milestone.missed.v1", OrderMessages.MilestoneMissed.class),
                        Map.entry("order.date.changed.v1", OrderMessages.DateChanged.class),
                        Map.entry("order.jeopardy.raised.v1", OrderMessages.JeopardyChanged.class),
                        Map.entry("order.jeopardy.cleared.v1", OrderMessages.JeopardyChanged.class),
                        Map.entry("order.charge.created.v1", OrderMessages.ChargeChanged.class),
                        Map.entry("order.charge.answered.v1", OrderMessages.ChargeChanged.class),
                        Map.entry("order.charge.at-risk.v1", OrderMessages.ChargeAtRisk.class),
                        Map.entry("order.charge.timed-out.v1", OrderMessages.ChargeChanged.class),
                        Map.entry("order.charge.withdrawn.v1", OrderMessages.ChargeChanged.class),
                        Map.entry("order.charge.billable.v1", OrderMessages.ChargeBillable.class),
                        Map.entry("order.escalated.v1", OrderMessages.Escalated.class),
                        Map.entry("order.note.added.v1", OrderMessages.NoteAdded.class),
                        Map.entry("order.accepted.v1", OrderMessages.Accepted.class),
                        Map.entry("order.disconnected.v1", OrderMessages.Disconnected.class))
                .forEach(EventContracts::assertPublished);
    }

    @ParameterizedTest
    @ValueSource(strings = {"set", "cleared"})
    void it_reads_what_it_needs_of_a_credit_hold(String what) {
        var hold =
                EventContracts.consumed("billing.account.credit-hold-" + what + ".v1", CreditHoldEventsIn.Hold.class);
        assertThat(hold.accountId()).isEqualTo("A-1000001");
    }
}
