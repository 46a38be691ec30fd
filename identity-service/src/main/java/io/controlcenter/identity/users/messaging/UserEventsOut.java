package io.controlcenter.identity.users.messaging;

import io.controlcenter.identity.users.application.Announcements;
import io.controlcenter.identity.users.domain.Grant;
import io.controlcenter.identity.users.domain.Inactivity;
import io.controlcenter.identity.users.domain.UserEvent;
import io.controlcenter.identity.users.domain.UserSnapshot;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import org.springframework.stereotype.Component;

/** Tells the other domains of users and of what they may do. */
@Component
class UserEventsOut implements Announcements {

    private final Outbox outbox;

    UserEventsOut(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void happened(UserSnapshot user, UserEvent event) {
        switch (event) {
            case UserEvent.Invited(var link, var expiresAt) ->
                send(user, "identity.user.invited.v1", invited(user, link, expiresAt));
            case UserEvent.Activated() -> send(user, "identity.user.activated.v1", state(user));
            case UserEvent.Updated() -> send(user, "identity.user.updated.v1", state(user));
            case UserEvent.Deactivated() -> send(user, "identity.user.deactivated.v1", state(user));
            case UserEvent.Reactivated() -> send(user, "identity.user.reactivated.v1", state(user));
            case UserEvent.Deleted() -> send(user, "identity.user.deleted.v1", state(user));
            case UserEvent.InactivityWarned(var effect, var on) ->
                send(user, "identity.user.inactivity-warning.v1", warning(user, effect, on));
            case UserEvent.DefaultEnterpriseChanged(var enterpriseId) ->
                send(
                        user,
                        "identity.default-enterprise.changed.v1",
                        new UserMessages.DefaultEnterpriseChanged(user.userId(), enterpriseId));
        }
    }

    private void send(UserSnapshot user, String type, Object data) {
        outbox.append(new OutboxEvent("identity.user.v1", type, user.userId(), null, null, user.version(), data));
    }

    private static UserMessages.UserInvited invited(UserSnapshot user, String link, java.time.Instant expiresAt) {
        var profile = user.profile();
        return new UserMessages.UserInvited(
                user.userId(),
                user.username(),
                profile.email(),
                profile.firstName(),
                profile.lastName(),
                profile.phone(),
                profile.timeZone(),
                user.status().name(),
                user.providerRoles(),
                link,
                expiresAt);
    }

    /** The day is the user's own. */
    private static UserMessages.InactivityWarning warning(
            UserSnapshot user, Inactivity.Effect effect, java.time.Instant on) {
        var profile = user.profile();
        return new UserMessages.InactivityWarning(
                user.userId(),
                user.username(),
                profile.email(),
                profile.firstName(),
                effect.name(),
                on.atZone(java.time.ZoneId.of(profile.timeZone())).toLocalDate());
    }

    private static UserMessages.UserState state(UserSnapshot user) {
        var profile = user.profile();
        return new UserMessages.UserState(
                user.userId(),
                user.username(),
                profile.email(),
                profile.firstName(),
                profile.lastName(),
                profile.phone(),
                profile.timeZone(),
                user.status().name(),
                user.providerRoles());
    }

    @Override
    public void granted(Grant grant) {
        send(grant, "identity.membership.granted.v1", membership(grant));
    }

    @Override
    public void changed(Grant grant) {
        send(grant, "identity.membership.changed.v1", membership(grant));
    }

    @Override
    public void revoked(Grant grant) {
        send(
                grant,
                "identity.membership.revoked.v1",
                new UserMessages.MembershipRevoked(grant.userId(), grant.enterpriseId()));
    }

    private void send(Grant grant, String type, Object data) {
        outbox.append(new OutboxEvent(
                "identity.membership.v1",
                type,
                grant.userId() + ":" + grant.enterpriseId(),
                grant.enterpriseId(),
                null,
                grant.version(),
                data));
    }

    private static UserMessages.Membership membership(Grant grant) {
        return new UserMessages.Membership(
                grant.userId(),
                grant.enterpriseId(),
                grant.admin(),
                grant.permissions(),
                grant.allAccounts(),
                grant.accountIds());
    }
}
