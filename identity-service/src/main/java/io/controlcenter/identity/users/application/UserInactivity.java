package io.controlcenter.identity.users.application;

import io.controlcenter.identity.users.domain.InactivityRule;
import io.controlcenter.identity.users.domain.User;
import io.controlcenter.identity.users.domain.Users;
import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Warns, deactivates and deletes those who do not sign in any more, one by one (domain b.1). */
@Component
class UserInactivity implements DueWork {

    /** The last administrator of an enterprise stays; who that is may have changed by then. */
    private static final Duration ASK_AGAIN = Duration.ofDays(1);

    private final Users users;
    private final UserDesk desk;
    private final ChangingUsers changing;
    private final InactivityRule rule;
    private final OneByOne oneByOne;

    UserInactivity(Users users, UserDesk desk, ChangingUsers changing, InactivityRule rule, OneByOne oneByOne) {
        this.users = users;
        this.desk = desk;
        this.changing = changing;
        this.rule = rule;
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "user-inactivity";
    }

    @Override
    public int doDue(Instant now) {
        return oneByOne.each(name(), now, atMost -> users.inactivityToLookAt(now, atMost), userId -> look(userId, now));
    }

    private boolean look(String userId, Instant now) {
        var next = users.find(userId).map(User::snapshot).flatMap(rule::next);
        if (next.isEmpty()) {
            users.lookAtInactivityAgain(userId, now.plus(ASK_AGAIN));
            return true;
        }
        var step = next.get();
        if (step.isDue(now)) {
            if (effect(userId, step) instanceof Decision.Refused) {
                users.lookAtInactivityAgain(userId, now.plus(ASK_AGAIN));
            }
        } else if (step.isWarningDue(now)) {
            desk.decide(userId, user -> user.warn(step));
        } else {
            users.lookAtInactivityAgain(userId, step.lookAgainAt());
        }
        return true;
    }

    private Decision effect(String userId, InactivityRule.Step step) {
        var target = new ChangingUsers.Target(userId, null, true, _ -> {});
        return switch (step.effect()) {
            case DEACTIVATION -> changing.deactivate(target);
            case DELETION -> changing.delete(target);
        };
    }
}
