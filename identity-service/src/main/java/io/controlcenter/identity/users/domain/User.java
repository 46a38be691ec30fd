package io.controlcenter.identity.users.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A person from invitation to deletion (domain b.1). Asking for what is so already is fine; refused, nothing changed. */
public final class User {

    private final UserSnapshot origin;
    private Profile profile;
    private UserStatus status;
    private List<String> providerRoles;
    private @Nullable String defaultEnterprise;
    private boolean notificationSetupDone;
    private @Nullable Instant lastSignInAt;
    private Inactivity inactivity;

    private User(UserSnapshot origin) {
        this.origin = origin;
        this.profile = origin.profile();
        this.status = origin.status();
        this.providerRoles = origin.providerRoles();
        this.defaultEnterprise = origin.defaultEnterprise();
        this.notificationSetupDone = origin.notificationSetupDone();
        this.lastSignInAt = origin.lastSignInAt();
        this.inactivity = origin.inactivity();
    }

    public static User of(UserSnapshot snapshot) {
        return new User(snapshot);
    }

    public UserSnapshot snapshot() {
        return new UserSnapshot(
                origin.userId(),
                origin.username(),
                profile,
                status,
                providerRoles,
                defaultEnterprise,
                notificationSetupDone,
                origin.createdAt(),
                lastSignInAt,
                inactivity,
                origin.version());
    }

    /** Again, for an invitation that was lost or has expired. */
    public Outcome invite(Supplier<UserEvent.Invited> invitation) {
        return status == UserStatus.INVITED ? Outcome.done(invitation.get()) : notNow("invited");
    }

    /** The first one makes an invited user active. */
    public Outcome signIn(Instant at) {
        return switch (status) {
            case INVITED -> {
                status = UserStatus.ACTIVE;
                lastSignInAt = at;
                inactivity = Inactivity.from(at);
                yield Outcome.done(new UserEvent.Activated());
            }
            case ACTIVE -> {
                lastSignInAt = at;
                inactivity = Inactivity.from(at);
                yield Outcome.done();
            }
            case INACTIVE, DELETED -> notNow("signed in");
        };
    }

    public Outcome change(Profile to, List<String> roles) {
        if (status == UserStatus.DELETED) {
            return notNow("changed");
        }
        if (to.equals(profile) && roles.equals(providerRoles)) {
            return Outcome.done();
        }
        profile = to;
        providerRoles = roles;
        return Outcome.done(new UserEvent.Updated());
    }

    public Outcome deactivate(Instant at) {
        return switch (status) {
            case ACTIVE -> {
                inactivity = inactivity.ended(at);
                yield move(UserStatus.INACTIVE, new UserEvent.Deactivated());
            }
            case INACTIVE -> Outcome.done();
            case INVITED, DELETED -> notNow("deactivated");
        };
    }

    /** Sets the inactivity clock back, too. */
    public Outcome reactivate(Instant at) {
        return switch (status) {
            case INACTIVE -> {
                inactivity = Inactivity.from(at);
                yield move(UserStatus.ACTIVE, new UserEvent.Reactivated());
            }
            case ACTIVE -> Outcome.done();
            case INVITED, DELETED -> notNow("reactivated");
        };
    }

    /** Of what will come unless the user signs in; once. */
    public Outcome warn(InactivityRule.Step of) {
        if (inactivity.warnedOf() == of.effect()) {
            return Outcome.done();
        }
        inactivity = inactivity.warned(of.effect());
        return Outcome.done(new UserEvent.InactivityWarned(of.effect(), of.on()));
    }

    /** For ever; the user name stays taken. */
    public Outcome delete() {
        defaultEnterprise = null;
        return status == UserStatus.DELETED ? Outcome.done() : move(UserStatus.DELETED, new UserEvent.Deleted());
    }

    /** @param memberships the enterprises that the user may act on */
    public Outcome chooseDefault(String enterpriseId, Set<String> memberships) {
        if (!memberships.contains(enterpriseId)) {
            return new Outcome.Refused(new Refusal.NotAMember(enterpriseId));
        }
        return setDefault(enterpriseId);
    }

    public Outcome clearDefault() {
        return setDefault(null);
    }

    /** A default does not outlive the grant that it stands on (handbook S69). */
    public Outcome lose(String enterpriseId) {
        return enterpriseId.equals(defaultEnterprise) ? setDefault(null) : Outcome.done();
    }

    private Outcome setDefault(@Nullable String enterpriseId) {
        if (Objects.equals(enterpriseId, defaultEnterprise)) {
            return Outcome.done();
        }
        defaultEnterprise = enterpriseId;
        return Outcome.done(new UserEvent.DefaultEnterpriseChanged(enterpriseId));
    }

    public Outcome completeNotificationSetup() {
        notificationSetupDone = true;
        return Outcome.done();
    }

    private Outcome move(UserStatus to, UserEvent event) {
        status = to;
        return Outcome.done(event);
    }

    private Outcome.Refused notNow(String what) {
        return new Outcome.Refused(new Refusal.NotInThisState(what, status));
    }
}
