package io.controlcenter.identity.users.web;

import io.controlcenter.identity.users.application.ChangingUsers;
import io.controlcenter.identity.users.application.InvitingUsers;
import io.controlcenter.identity.users.application.ReadingUsers;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps of a user's life that an administrator takes. */
@RestController
@RequestMapping(path = "/api/v{version}/users/{userId}", version = "1")
@Tag(name = "Users")
class UserStateController {

    private final ChangingUsers changing;
    private final InvitingUsers inviting;
    private final ReadingUsers reading;

    UserStateController(ChangingUsers changing, InvitingUsers inviting, ReadingUsers reading) {
        this.changing = changing;
        this.inviting = inviting;
        this.reading = reading;
    }

    @PostMapping("/deactivate")
    @Access(
            value = {"ENTERPRISE_ADMIN", "USER_ADMIN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(
            operationId = "deactivateUser",
            summary = "Keep an active user out, at once and until reactivated; never the last administrator")
    ResponseEntity<UserView> deactivate(@PathVariable String userId, IfMatch ifMatch, Caller caller) {
        UserProblems.require(changing.deactivate(target(userId, ifMatch, caller)));
        return answer(userId, caller);
    }

    @PostMapping("/reactivate")
    @Access(
            value = {"ENTERPRISE_ADMIN", "USER_ADMIN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(operationId = "reactivateUser", summary = "Let an inactive user in again")
    ResponseEntity<UserView> reactivate(@PathVariable String userId, IfMatch ifMatch, Caller caller) {
        UserProblems.require(changing.reactivate(target(userId, ifMatch, caller)));
        return answer(userId, caller);
    }

    @PostMapping("/invitation")
    @Access(
            value = {"ENTERPRISE_ADMIN", "USER_ADMIN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(
            operationId = "repeatInvitation",
            summary = "Mail a new link to a user who has not signed in yet; the one before stops working")
    ResponseEntity<UserView> inviteAgain(@PathVariable String userId, IfMatch ifMatch, Caller caller) {
        found(userId, caller);
        UserProblems.require(inviting.again(caller.enterpriseId(), userId, ifMatch::require));
        return answer(userId, caller);
    }

    @DeleteMapping
    @Access(
            value = {"ENTERPRISE_ADMIN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(
            operationId = "deleteUser",
            summary = "Delete a user for ever; the user name stays taken; never the last administrator")
    ResponseEntity<Void> delete(@PathVariable String userId, IfMatch ifMatch, Caller caller) {
        UserProblems.require(changing.delete(target(userId, ifMatch, caller)));
        return ResponseEntity.noContent().build();
    }

    private static ChangingUsers.Target target(String userId, IfMatch ifMatch, Caller caller) {
        return new ChangingUsers.Target(
                userId, caller.enterpriseId(), Callers.granter(caller).administrator(), ifMatch::require);
    }

    private ReadingUsers.Entry found(String userId, Caller caller) {
        return reading.find(caller.enterpriseId(), userId).orElseThrow(() -> Problem.notFound("The user " + userId));
    }

    private ResponseEntity<UserView> answer(String userId, Caller caller) {
        var found = found(userId, caller);
        return ResponseEntity.ok().eTag(IfMatch.tag(found.user().version())).body(UserView.of(found));
    }
}
