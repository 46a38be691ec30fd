package io.controlcenter.billing.coordinators;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffEventsInTest {

    @ParameterizedTest
    @ValueSource(strings = {"activated", "updated", "reactivated", "deactivated", "deleted"})
    void it_reads_what_it_needs_of_a_user(String what) {
        var user = EventContracts.consumed("identity.user." + what + ".v1", StaffEventsIn.User.class);
        assertThat(user.providerRoles()).contains("BILLING_COORDINATOR");
        assertThat(user.coordinates()).isEqualTo(user.status().equals("ACTIVE"));
    }
}
