package io.controlcenter.identity.users.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.EventContracts;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The events of users and memberships are those of the committed schemas. */
class UserContractsTest {

    @Test
    void every_published_type_has_its_schema_and_example() {
        Map.of(
                        "identity.user.invited.v1", UserMessages.UserInvited.class,
                        "identity.user.activated.v1", UserMessages.UserState.class,
                        "identity.user.updated.v1", UserMessages.UserState.class,
                        "identity.user.deactivated.v1", UserMessages.UserState.class,
                        "identity.user.reactivated.v1", UserMessages.UserState.class,
                        "identity.user.deleted.v1", UserMessages.UserState.class,
                        "identity.default-enterprise.changed.v1", UserMessages.DefaultEnterpriseChanged.class,
                        "identity.membership.granted.v1", UserMessages.Membership.class,
                        "identity.membership.changed.v1", UserMessages.Membership.class,
                        "identity.membership.revoked.v1", UserMessages.MembershipRevoked.class)
                .forEach(EventContracts::assertPublished);
        Map.of("identity.user.inactivity-warning.v1", UserMessages.InactivityWarning.class)
                .forEach(EventContracts::assertPublished);
    }

    @Test
    void it_reads_what_it_needs_of_a_completed_setup() {
        var completed =
                EventContracts.consumed("notification.setup.completed.v1", NotificationEventsIn.SetupCompleted.class);
        assertThat(completed.userId()).isNotEmpty();
    }
}
