package io.controlcenter.maintenance.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"invited", "activated", "updated", "deactivated", "reactivated", "deleted"})
    void it_reads_people(String what) {
        var user = EventContracts.consumed("identity.user." + what + ".v1", PeopleEventsIn.User.class);
        assertThat(user.name()).isEqualTo("Nora Network");
    }

    @Test
    void it_reads_memberships_and_moves_of_accounts() {
        for (var type : new String[] {"identity.membership.granted.v1", "identity.membership.changed.v1"}) {
            assertThat(EventContracts.consumed(type, MembershipEventsIn.Granted.class)
                            .accountIds())
                    .containsExactly("A-1000001");
        }
        assertThat(EventContracts.consumed("identity.membership.revoked.v1", MembershipEventsIn.Revoked.class)
                        .enterpriseId())
                .isEqualTo("ENT-100001");
        assertThat(EventContracts.consumed("identity.account.moved.v1", AccountEventsIn.AccountMoved.class)
                        .toEnterpriseId())
                .isEqualTo("ENT-100002");
    }
}
