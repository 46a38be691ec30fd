package io.controlcenter.identity.users.application;

import io.controlcenter.identity.users.domain.Grants;
import io.controlcenter.identity.users.domain.Outcome;
import io.controlcenter.identity.users.domain.Profile;
import io.controlcenter.identity.users.domain.Refusal;
import io.controlcenter.identity.users.domain.User;
import io.controlcenter.platform.problem.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators do to users. An enterprise decides only for users who work for nobody else; whoever else they work
 * for is not said. The provider, who names no enterprise, decides for all.
 */
@Service
@Transactional
public class ChangingUsers {

    private final UserDesk desk;
    private final Grants grants;
    private final GrantingAccess granting;
    private final SignedInSessions sessions;
    private final Clock clock;

    ChangingUsers(UserDesk desk, Grants grants, GrantingAccess granting, SignedInSessions sessions, Clock clock) {
        this.desk = desk;
        this.grants = grants;
        this.granting = granting;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Whose user, for which version, and on whose word.
     *
     * @param byAdministrator by an administrator of the enterprise, or the provider's operations
     */
    public record Target(
            String userId, @Nullable String enterpriseId, boolean byAdministrator, LongConsumer expected) {}

    /** @param roles null leaves the provider roles as they are */
    public Decision change(Target target, UnaryOperator<Profile> profile, @Nullable List<String> roles) {
        return decide(
                target,
                () -> roles == null ? Optional.empty() : noGrants(target.userId()),
                user -> user.change(
                        profile.apply(user.snapshot().profile()),
                        roles == null ? user.snapshot().providerRoles() : roles));
    }

    /** A customer's user who became staff would leave an enterprise without administrator, unseen. */
    private Optional<Refusal> noGrants(String userId) {
        return grants.of(userId).isEmpty() ? Optional.empty() : Optional.of(new Refusal.StaffHaveNoGrants());
    }

    public Decision deactivate(Target target) {
        return ended(
                target,
                decide(
                        target,
                        () -> granting.requireOtherAdministrators(target.userId()),
                        user -> user.deactivate(clock.instant())));
    }

    public Decision reactivate(Target target) {
        return decide(target, Optional::empty, user -> user.reactivate(clock.instant()));
    }

    public Decision delete(Target target) {
        return ended(target, decide(target, () -> granting.revokeAll(target.userId()), User::delete));
    }

    private Decision ended(Target target, Decision decision) {
        if (decision instanceof Decision.Made) {
            sessions.end(target.userId());
        }
        return decision;
    }

    private Decision decide(
            Target target, java.util.function.Supplier<Optional<Refusal>> guard, Function<User, Outcome> question) {
        var enterprise = target.enterpriseId();
        if (enterprise != null) {
            var grant = grants.find(target.userId(), enterprise)
                    .orElseThrow(() -> Problem.notFound("The user " + target.userId()));
            if (grant.admin() && !target.byAdministrator()) {
                return new Decision.Refused(new Refusal.AdministratorRequired());
            }
            if (grants.isMemberElsewhere(target.userId(), enterprise)) {
                return new Decision.Refused(new Refusal.SharedWithOthers());
            }
        }
        return guard.get()
                .<Decision>map(Decision.Refused::new)
                .orElseGet(() -> desk.decide(enterprise, target.userId(), target.expected(), question));
    }

    /** Whoever proved the password; refused when the user may not sign in. */
    public Decision signedIn(String userId) {
        return desk.decide(userId, user -> user.signIn(clock.instant()));
    }

    public void notificationSetupCompleted(String userId) {
        desk.decide(userId, User::completeNotificationSetup);
    }
}
