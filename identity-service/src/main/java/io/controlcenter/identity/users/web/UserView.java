package io.controlcenter.identity.users.web;

import io.controlcenter.identity.users.application.ReadingUsers;
import io.controlcenter.identity.users.domain.UserStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user as administrators see one, with the memberships that they may see. */
@Schema(name = "User")
record UserView(
        String userId,
        String href,
        String username,
        String email,
        String firstName,
        String lastName,
        @Nullable String phone,
        String timeZone,
        UserStatus status,
        List<String> providerRoles,
        List<GrantView> memberships,
        Instant createdAt,
        @Nullable Instant lastSignInAt) {

    static UserView of(ReadingUsers.Entry entry) {
        var user = entry.user();
        return new UserView(
                user.userId(),
                "/api/v1/users/" + user.userId(),
                user.username(),
                user.profile().email(),
                user.profile().firstName(),
                user.profile().lastName(),
                user.profile().phone(),
                user.profile().timeZone(),
                user.status(),
                user.providerRoles(),
                entry.grants().stream().map(GrantView::of).toList(),
                user.createdAt(),
                user.lastSignInAt());
    }
}
