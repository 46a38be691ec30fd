package io.controlcenter.identity.users.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a user is, at one moment; the password is elsewhere.
 *
 * @param username unique on the platform, in lower case
 * @param providerRoles what a member of provider staff does; empty for a customer's user
 * @param defaultEnterprise the one that is active unless the user names another (handbook S69)
 * @param inactivity the clock of not signing in
 * @param notificationSetupDone whether the first sign-in's question was answered (handbook S61)
 */
public record UserSnapshot(
        String userId,
        String username,
        Profile profile,
        UserStatus status,
        List<String> providerRoles,
        @Nullable String defaultEnterprise,
        boolean notificationSetupDone,
        Instant createdAt,
        @Nullable Instant lastSignInAt,
        Inactivity inactivity,
        long version) {

    public boolean isStaff() {
        return !providerRoles.isEmpty();
    }

    /** As one enterprise may see it, which may not learn of another. */
    public UserSnapshot withoutDefault() {
        return new UserSnapshot(
                userId,
                username,
                profile,
                status,
                providerRoles,
                null,
                notificationSetupDone,
                createdAt,
                lastSignInAt,
                inactivity,
                version);
    }

    /** Staff get no customer notifications, so nobody asks them. */
    public boolean notificationSetupRequired() {
        return status == UserStatus.ACTIVE && !notificationSetupDone && !isStaff();
    }
}
