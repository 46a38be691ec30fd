package io.controlcenter.identity.users.web;

import io.controlcenter.identity.users.application.Decision;
import io.controlcenter.identity.users.domain.Refusal;
import io.controlcenter.identity.users.domain.UserSnapshot;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;

/** The one place where a refusal about users becomes HTTP. */
public final class UserProblems {

    private UserProblems() {}

    public static UserSnapshot require(Decision decision) {
        return switch (decision) {
            case Decision.Made(var user) -> user;
            case Decision.Refused(var why) -> throw of(why);
        };
    }

    static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotInThisState(var what, var status) ->
                Problem.conflict("user-not-in-this-state", "A user who is %s cannot be %s.".formatted(status, what))
                        .with("status", status);
            case Refusal.UsernameTaken(var username) ->
                Problem.conflict("username-taken", "The user name " + username + " is taken.");
            case Refusal.LastAdministrator(var enterpriseId) ->
                Problem.conflict("last-administrator", "Name another administrator of " + enterpriseId + " first.")
                        .with("enterpriseId", enterpriseId);
            case Refusal.SharedWithOthers() ->
                Problem.conflict(
                        "user-shared",
                        "This user does not work for this enterprise alone; take away the membership instead.");
            case Refusal.AdministratorRequired() ->
                Problem.forbidden(
                        "administrator-required", "Only an administrator makes, changes or removes an administrator.");
            case Refusal.OwnGrant() ->
                Problem.forbidden("own-grant", "Nobody changes their own permissions; ask an administrator.");
            case Refusal.AccountsBeyondOwn() ->
                Problem.forbidden("accounts-beyond-own", "You cannot grant accounts that you may not use yourself.");
            case Refusal.StaffHaveNoGrants() ->
                Problem.conflict("staff-have-no-memberships", "Provider staff reach every enterprise by their roles.");
            case Refusal.NotAMember(var enterpriseId) ->
                Problem.unprocessable(
                        Violation.referenceNotFound("/enterpriseId", "You are not a member of " + enterpriseId + "."));
        };
    }
}
