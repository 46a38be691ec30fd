package io.controlcenter.identity.secondfactor;

import io.controlcenter.identity.journal.Everywhere;
import io.controlcenter.identity.journal.SecurityJournal;
import io.controlcenter.identity.users.application.ChangingUsers;
import io.controlcenter.identity.users.application.ReadingUsers;
import io.controlcenter.identity.users.application.SignedInSessions;
import io.controlcenter.identity.users.web.UserProblems;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Second factors of others, for administrators: a lost one is reset, after which the password alone signs in. */
@RestController
@RequestMapping(path = "/api/v{version}/users/{userId}/second-factor", version = "1")
@Tag(name = "Users")
class UserSecondFactorController {

    @Schema(name = "UserSecondFactor")
    record UserFactorView(
            boolean enabled,

            @Schema(description = "Since when") @Nullable Instant enabledAt) {}

    private final SecondFactors factors;
    private final ReadingUsers reading;
    private final ChangingUsers changing;
    private final SignedInSessions sessions;
    private final SecurityJournal journal;
    private final Everywhere everywhere;

    UserSecondFactorController(
            SecondFactors factors,
            ReadingUsers reading,
            ChangingUsers changing,
            SignedInSessions sessions,
            SecurityJournal journal,
            Everywhere everywhere) {
        this.factors = factors;
        this.reading = reading;
        this.changing = changing;
        this.sessions = sessions;
        this.journal = journal;
        this.everywhere = everywhere;
    }

    @GetMapping
    @Access(
            value = {"ENTERPRISE_ADMIN", "USER_ADMIN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(operationId = "getUserSecondFactor", summary = "Whether a user has a second factor")
    UserFactorView get(@PathVariable String userId, Caller caller) {
        requireFound(userId, caller);
        var status = everywhere.call(() -> factors.status(userId));
        return new UserFactorView(status.isOn(), status.since());
    }

    private void requireFound(String userId, Caller caller) {
        if (reading.find(caller.enterpriseId(), userId).isEmpty()) {
            throw Problem.notFound("The user " + userId);
        }
    }

    @PostMapping("/reset")
    @Access(
            value = {"ENTERPRISE_ADMIN", "USER_ADMIN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(
            operationId = "resetUserSecondFactor",
            summary = "Take a lost second factor away and sign the user out everywhere; never one's own")
    ResponseEntity<Void> reset(@PathVariable String userId, Caller caller) {
        requireFound(userId, caller);
        if (userId.equals(caller.subject())) {
            throw Problem.forbidden("own-second-factor", "Ask another administrator, or use a recovery code.");
        }
        requireMayChange(userId, caller);
        everywhere.run(() -> {
            if (factors.reset(userId)) {
                sessions.end(userId);
                journal.signedOutEverywhere(userId);
            }
        });
        return ResponseEntity.noContent().build();
    }

    /** The rules of every other change of a user: a change of nothing says whether they allow one. */
    private void requireMayChange(String userId, Caller caller) {
        var byAdministrator = caller.mayAny("ENTERPRISE_ADMIN", "OPERATIONS");
        var target = new ChangingUsers.Target(userId, caller.enterpriseId(), byAdministrator, _ -> {});
        UserProblems.require(changing.change(target, profile -> profile, null));
    }
}
