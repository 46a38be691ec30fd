package io.controlcenter.maintenance.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.api.Test;

class IdentityEventsTest {

    @Test
    void it_reads_what_it_needs_of_accounts_and_enterprises() {
        var added = EventContracts.consumed("identity.account.added.v1", AccountEventsIn.AccountAdded.class);
        assertThat(added.timeZone()).isEqualTo("America/Chicago");
        var removed = EventContracts.consumed("identity.account.removed.v1", AccountEventsIn.AccountRemoved.class);
        assertThat(removed.accountId()).isEqualTo("A-1000001");
        for (var type : new String[] {"identity.enterprise.created.v1", "identity.enterprise.updated.v1"}) {
            assertThat(EventContracts.consumed(type, EnterpriseEventsIn.Enterprise.class)
                            .name())
                    .isEqualTo("Acme Manufacturing");
        }
    }
}
