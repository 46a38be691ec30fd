package io.controlcenter.identity.users.application;

import io.controlcenter.identity.users.domain.Grants;
import io.controlcenter.identity.users.domain.Outcome;
import io.controlcenter.identity.users.domain.User;
import io.controlcenter.identity.users.domain.UserEvent;
import io.controlcenter.identity.users.domain.UserSnapshot;
import io.controlcenter.identity.users.domain.Users;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where every change of a user passes: found, decided, saved, announced and audited in one transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class UserDesk {

    private final Users users;
    private final Announcements announcements;
    private final AuditTrail audit;
    private final Grants grants;

    UserDesk(Users users, Announcements announcements, AuditTrail audit, Grants grants) {
        this.users = users;
        this.grants = grants;
        this.announcements = announcements;
        this.audit = audit;
    }

    /**
     * False when the user name is taken.
     *
     * @param event made once the user exists
     */
    boolean add(@Nullable String enterpriseId, UserSnapshot user, Supplier<? extends UserEvent> event) {
        if (!users.add(user)) {
            return false;
        }
        written(enterpriseId, null, user, List.of(event.get()));
        return true;
    }

    Decision decide(String userId, Function<User, Outcome> question) {
        return decide(null, userId, _ -> {}, question);
    }

    /**
     * @param enterpriseId for whose audit trail it is; null for the provider's and that of all for whom the user works
     * @param expected refuses a version that the caller did not read
     */
    Decision decide(
            @Nullable String enterpriseId, String userId, LongConsumer expected, Function<User, Outcome> question) {
        var user = users.find(userId).orElseThrow(() -> Problem.notFound("The user " + userId));
        var before = user.snapshot();
        expected.accept(before.version());
        return switch (question.apply(user)) {
            case Outcome.Refused(var why) -> new Decision.Refused(why);
            case Outcome.Done(var events)
            when events.isEmpty() && user.snapshot().equals(before) -> new Decision.Made(before);
            case Outcome.Done(var events) -> new Decision.Made(written(enterpriseId, before, users.save(user), events));
        };
    }

    private UserSnapshot written(
            @Nullable String enterpriseId, @Nullable UserSnapshot before, UserSnapshot after, List<UserEvent> events) {
        events.forEach(event -> announcements.happened(after, event));
        var what = events.isEmpty() ? "user.noted" : action(events.getFirst());
        audit.record(enterpriseId, what, "user", after.userId(), before, after);
        if (enterpriseId == null && !(events.isEmpty() || isPrivate(events.getFirst()))) {
            grants.of(after.userId())
                    .forEach(grant -> audit.record(
                            grant.enterpriseId(),
                            what,
                            "user",
                            after.userId(),
                            before == null ? null : before.withoutDefault(),
                            after.withoutDefault()));
        }
        return after;
    }

    /** Which enterprise somebody prefers is nobody else's. */
    private static boolean isPrivate(UserEvent event) {
        return event instanceof UserEvent.DefaultEnterpriseChanged;
    }

    /** Such as {@code user.inactivity-warned}. */
    private static String action(UserEvent event) {
        var words = event.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return "user." + words.toLowerCase(Locale.ROOT);
    }
}
