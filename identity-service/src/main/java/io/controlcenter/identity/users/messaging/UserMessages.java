package io.controlcenter.identity.users.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of the events on {@code identity.user.v1} and {@code identity.membership.v1}. */
interface UserMessages {

    record UserInvited(
            String userId,
            String username,
            String email,
            String firstName,
            String lastName,
            @Nullable String phone,
            String timeZone,
            String status,
            List<String> providerRoles,
            String signInLink,
            Instant expiresAt) {}

    record UserState(
            String userId,
            String username,
            String email,
            String firstName,
            String lastName,
            @Nullable String phone,
            String timeZone,
            String status,
            List<String> providerRoles) {}

    /** @param effect DEACTIVATION or DELETION, on that day unless the user signs in before */
    record InactivityWarning(
            String userId, String username, String email, String firstName, String effect, LocalDate on) {}

    record DefaultEnterpriseChanged(String userId, @Nullable String enterpriseId) {}

    record Membership(
            String userId,
            String enterpriseId,
            boolean admin,
            List<String> permissions,
            boolean allAccounts,
            List<String> accountIds) {}

    record MembershipRevoked(String userId, String enterpriseId) {}
}
