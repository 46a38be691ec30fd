package io.controlcenter.identity.enterprises;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.api.Test;

/** The events of enterprises and accounts are those of the committed schemas. */
class EnterpriseContractsTest {

    @Test
    void every_published_type_has_its_schema_and_example() {
        EventContracts.assertPublished("identity.enterprise.created.v1", EnterpriseMessages.EnterpriseState.class);
        EventContracts.assertPublished("identity.enterprise.updated.v1", EnterpriseMessages.EnterpriseState.class);
        EventContracts.assertPublished("identity.account.removed.v1", EnterpriseMessages.AccountRemoved.class);
        EventContracts.assertPublished("identity.account.added.v1", EnterpriseMessages.AccountAdded.class);
        EventContracts.assertPublished("identity.account.moved.v1", EnterpriseMessages.AccountMoved.class);
    }

    @Test
    void it_reads_what_it_needs_of_services() {
        var accepted = EventContracts.consumed("order.accepted.v1", OrderEventsIn.Accepted.class);
        assertThat(accepted.items().getFirst().serviceId()).isEqualTo("S-10000001");
        var ended = EventContracts.consumed("order.disconnected.v1", OrderEventsIn.Disconnected.class);
        assertThat(ended.items().getFirst().serviceId()).isEqualTo("S-10000001");
    }

    @Test
    void it_reads_what_it_needs_of_an_account() {
        var created = EventContracts.consumed("billing.account.created.v1", BillingEventsIn.AccountCreated.class);
        assertThat(created.customerNumber()).isEqualTo("C-100001");
        assertThat(created.segment()).isEqualTo(Segment.ENTERPRISE);
    }
}
