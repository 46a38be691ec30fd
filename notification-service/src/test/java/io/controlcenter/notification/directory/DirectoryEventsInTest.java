package io.controlcenter.notification.directory;

import static io.controlcenter.platform.test.EventContracts.consumed;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The directory's own reading of what other services tell. */
class DirectoryEventsInTest {

    @ParameterizedTest
    @ValueSource(strings = {"created", "updated"})
    void an_enterprise(String what) {
        var enterprise = consumed("identity.enterprise." + what + ".v1", EnterpriseEventsIn.Enterprise.class);
        assertThat(enterprise.name()).isEqualTo("Acme Manufacturing");
    }

    @Test
    void an_account() {
        var added = consumed("identity.account.added.v1", EnterpriseEventsIn.AccountAdded.class);
        assertThat(added.customerNumber()).isEqualTo("C-100001");
        var removed = consumed("identity.account.removed.v1", EnterpriseEventsIn.AccountRemoved.class);
        assertThat(removed.enterpriseId()).isEqualTo("ENT-100001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invited", "activated", "updated", "deactivated", "reactivated", "deleted"})
    void a_person(String what) {
        var user = consumed("identity.user." + what + ".v1", PeopleEventsIn.User.class);
        assertThat(user.name()).isEqualTo("Ada Buyer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"granted", "changed"})
    void a_membership(String what) {
        var membership = consumed("identity.membership." + what + ".v1", MembershipEventsIn.Granted.class);
        assertThat(membership.accountIds()).containsExactly("A-1000001");
    }

    @Test
    void the_end_of_a_membership() {
        var revoked = consumed("identity.membership.revoked.v1", MembershipEventsIn.Revoked.class);
        assertThat(revoked.enterpriseId()).isEqualTo("ENT-100001");
    }

    @Test
    void a_billing_account_and_a_service() {
        var account = consumed("billing.account.created.v1", BillingEventsIn.Account.class);
        assertThat(account.billingContact()).isNotNull();
        var updated = consumed("billing.account.updated.v1", BillingEventsIn.Account.class);
        assertThat(updated.billCycleDay()).isEqualTo(20);
        var accepted = consumed("order.accepted.v1", ServiceEventsIn.Accepted.class);
        assertThat(accepted.items()).hasSize(1);
    }
}
