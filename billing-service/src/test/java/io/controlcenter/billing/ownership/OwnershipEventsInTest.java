package io.controlcenter.billing.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.api.Test;

class OwnershipEventsInTest {

    @Test
    void it_reads_whose_an_account_is() {
        var added = EventContracts.consumed("identity.account.added.v1", OwnershipEventsIn.AccountAdded.class);
        assertThat(added.customerNumber()).isEqualTo("C-100001");
        var moved = EventContracts.consumed("identity.account.moved.v1", OwnershipEventsIn.AccountMoved.class);
        assertThat(moved.toEnterpriseId()).isEqualTo("ENT-100002");
    }
}
