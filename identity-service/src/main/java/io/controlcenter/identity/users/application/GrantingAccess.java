package io.controlcenter.identity.users.application;

import io.controlcenter.identity.users.domain.Grant;
import io.controlcenter.identity.users.domain.Granter;
import io.controlcenter.identity.users.domain.Grants;
import io.controlcenter.identity.users.domain.Refusal;
import io.controlcenter.identity.users.domain.UserSnapshot;
import io.controlcenter.identity.users.domain.UserStatus;
import io.controlcenter.identity.users.domain.Users;
import io.controlcenter.identity.users.domain.Wanted;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Giving, changing and taking a user's rights on an enterprise. An existing user is told nothing by mail. */
@Service
@Transactional
public class GrantingAccess {

    private final Users users;
    private final Grants grants;
    private final UserDesk desk;
    private final GrantCheck check;
    private final Announcements announcements;
    private final AuditTrail audit;

    GrantingAccess(
            Users users,
            Grants grants,
            UserDesk desk,
            GrantCheck check,
            Announcements announcements,
            AuditTrail audit) {
        this.users = users;
        this.grants = grants;
        this.desk = desk;
        this.check = check;
        this.announcements = announcements;
        this.audit = audit;
    }

    /** What came of it. */
    public sealed interface Answer {

        record Given(Grant grant, boolean isNew) implements Answer {}

        record Refused(Refusal why) implements Answer {}
    }

    /** To give somebody else the same. */
    public Optional<Wanted> rightsOf(String userId, String enterpriseId) {
        return grants.find(userId, enterpriseId).map(Grant::wanted);
    }

    public Answer put(String userId, String enterpriseId, Wanted wanted, String at, LongConsumer expected, Granter by) {
        var user = users.find(userId)
                .orElseThrow(() -> Problem.notFound("The user " + userId))
                .snapshot();
        check.requireSound(enterpriseId, wanted, at);
        var before = grants.find(userId, enterpriseId);
        before.ifPresent(grant -> expected.accept(grant.version()));
        return refusal(user, enterpriseId, before.orElse(null), wanted, by)
                .<Answer>map(Answer.Refused::new)
                .orElseGet(() -> given(before.orElse(null), grants.put(userId, enterpriseId, wanted)));
    }

    private Optional<Refusal> refusal(
            UserSnapshot user, String enterpriseId, @Nullable Grant before, Wanted wanted, Granter by) {
        if (user.status() == UserStatus.DELETED) {
            return Optional.of(new Refusal.NotInThisState("granted anything", user.status()));
        }
        if (user.isStaff()) {
            return Optional.of(new Refusal.StaffHaveNoGrants());
        }
        return by.judge(user.userId(), before, wanted)
                .or(() -> before != null && before.admin() && !wanted.admin()
                        ? lastAdministrator(enterpriseId, user.userId())
                        : Optional.empty());
    }

    private Optional<Refusal> lastAdministrator(String enterpriseId, String userId) {
        return grants.hasOtherAdministrator(enterpriseId, userId)
                ? Optional.empty()
                : Optional.of(new Refusal.LastAdministrator(enterpriseId));
    }

    private Answer given(@Nullable Grant before, Grant after) {
        if (before == null) {
            announcements.granted(after);
        } else {
            announcements.changed(after);
        }
        audit.record(after.enterpriseId(), "membership.granted", "user", after.userId(), before, after);
        return new Answer.Given(after, before == null);
    }

    /** Empty when it was done. */
    public Optional<Refusal> revoke(String userId, String enterpriseId, LongConsumer expected, Granter by) {
        var grant = grants.find(userId, enterpriseId).orElseThrow(() -> Problem.notFound("The membership"));
        expected.accept(grant.version());
        var refused = by.judge(userId, grant, null)
                .or(() -> grant.admin() ? lastAdministrator(enterpriseId, userId) : Optional.empty());
        if (refused.isEmpty()) {
            remove(grant);
            desk.decide(userId, user -> user.lose(enterpriseId));
        }
        return refused;
    }

    private void remove(Grant grant) {
        var ended = grants.remove(grant);
        announcements.revoked(ended);
        audit.record(grant.enterpriseId(), "membership.revoked", "user", grant.userId(), grant, null);
    }

    /** Takes everything from a user who goes; refused when that leaves an enterprise without administrator. */
    Optional<Refusal> revokeAll(String userId) {
        var all = grants.of(userId);
        var refused = requireOtherAdministrators(userId);
        if (refused.isEmpty()) {
            all.forEach(this::remove);
        }
        return refused;
    }

    /** Whether every enterprise that the user administers has another administrator. */
    Optional<Refusal> requireOtherAdministrators(String userId) {
        return grants.of(userId).stream()
                .filter(Grant::admin)
                .flatMap(grant -> lastAdministrator(grant.enterpriseId(), userId).stream())
                .findFirst();
    }
}
