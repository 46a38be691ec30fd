package io.controlcenter.identity.users.application;

import io.controlcenter.identity.users.domain.Granter;
import io.controlcenter.identity.users.domain.Inactivity;
import io.controlcenter.identity.users.domain.Profile;
import io.controlcenter.identity.users.domain.Refusal;
import io.controlcenter.identity.users.domain.UserSnapshot;
import io.controlcenter.identity.users.domain.UserStatus;
import io.controlcenter.identity.users.domain.Wanted;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** New users: they get a mail with a link, choose a password, and are active once they signed in. */
@Service
@Transactional
public class InvitingUsers {

    private final UserDesk desk;
    private final GrantingAccess granting;
    private final Invitations invitations;
    private final Clock clock;

    InvitingUsers(UserDesk desk, GrantingAccess granting, Invitations invitations, Clock clock) {
        this.desk = desk;
        this.granting = granting;
        this.invitations = invitations;
        this.clock = clock;
    }

    /** Provider staff, with their roles and without any enterprise. */
    public Decision staff(String username, Profile profile, List<String> roles) {
        var invited = newUser(username, profile, roles);
        return invite(null, invited).<Decision>map(Decision.Refused::new).orElse(new Decision.Made(invited));
    }

    /** A customer's user, with a first grant; refused before anything is written. */
    public Decision customer(
            String username, Profile profile, String enterpriseId, Wanted wanted, String at, Granter by) {
        var invited = newUser(username, profile, List.of());
        var refused = by.judge(invited.userId(), null, wanted).or(() -> invite(enterpriseId, invited));
        if (refused.isPresent()) {
            return new Decision.Refused(refused.get());
        }
        return switch (granting.put(invited.userId(), enterpriseId, wanted, at, _ -> {}, by)) {
            case GrantingAccess.Answer.Given _ -> new Decision.Made(invited);
            case GrantingAccess.Answer.Refused(var why) ->
                throw new IllegalStateException("Judged before, and now " + why);
        };
    }

    private Optional<Refusal> invite(@Nullable String enterpriseId, UserSnapshot user) {
        return desk.add(enterpriseId, user, () -> invitations.issue(user.userId()))
                ? Optional.empty()
                : Optional.of(new Refusal.UsernameTaken(user.username()));
    }

    private UserSnapshot newUser(String username, Profile profile, List<String> roles) {
        return new UserSnapshot(
                UUID.randomUUID().toString(),
                username.toLowerCase(Locale.ROOT),
                profile,
                UserStatus.INVITED,
                roles,
                null,
                false,
                clock.instant(),
                null,
                Inactivity.from(clock.instant()),
                1);
    }

    /** Another link, for one that was lost or has expired. */
    public Decision again(@Nullable String enterpriseId, String userId, LongConsumer expected) {
        return desk.decide(enterpriseId, userId, expected, user -> user.invite(() -> invitations.issue(userId)));
    }
}
