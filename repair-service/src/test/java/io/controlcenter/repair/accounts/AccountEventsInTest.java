package io.controlcenter.repair.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.api.Test;

class AccountEventsInTest {

    @Test
    void it_reads_what_it_needs_of_an_account() {
        var added = EventContracts.consumed("identity.account.added.v1", AccountEventsIn.AccountAdded.class);
        assertThat(added.name()).isEqualTo("Acme Manufacturing HQ");
        var removed = EventContracts.consumed("identity.account.removed.v1", AccountEventsIn.AccountRemoved.class);
        assertThat(removed.accountId()).isEqualTo("A-1000001");
    }
}
