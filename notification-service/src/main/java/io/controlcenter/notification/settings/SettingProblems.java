package io.controlcenter.notification.settings;

import io.controlcenter.notification.settings.domain.SettingFlaw;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.util.List;

/** The one place where what is wrong with a setting becomes HTTP. */
final class SettingProblems {

    private SettingProblems() {}

    static void require(List<SettingFlaw> flaws) {
        if (!flaws.isEmpty()) {
            throw Problem.unprocessable(
                    flaws.stream().map(SettingProblems::violation).toList());
        }
    }

    private static Violation violation(SettingFlaw flaw) {
        return switch (flaw) {
            case SettingFlaw.CategoryCannotBeSet(var category) ->
                Violation.invalid("/category", category + " is told to the person concerned; nobody sets it.");
            case SettingFlaw.TypeOfAnotherCategory(var type, var category) ->
                Violation.invalid("/types", type + " is no type of " + category + "; it has " + category.kinds() + ".");
            case SettingFlaw.NoChannel() -> Violation.missing("/channels", "Name at least one channel.");
            case SettingFlaw.PortalForExternalContact() ->
                Violation.invalid("/channels", "An external contact has no access to the portal; use EMAIL.");
            case SettingFlaw.OwnerIsNoMember(var user) ->
                Violation.referenceNotFound("/ownerUserId", user + " is no member of the enterprise.");
            case SettingFlaw.UnknownCustomerNumber(var number) ->
                Violation.referenceNotFound(
                        "/scope/customerNumbers", "The customer number " + number + " was not found.");
            case SettingFlaw.UnknownAccount(var account) ->
                Violation.referenceNotFound("/scope/accountIds", "The account " + account + " was not found.");
            case SettingFlaw.UnknownService(var service) ->
                Violation.referenceNotFound("/scope/serviceIds", "The service " + service + " was not found.");
        };
    }

    static Problem forbiddenAccount(String accountId) {
        return Problem.forbidden("account-forbidden", "The account " + accountId + " is not assigned to you.");
    }

    static Problem accountsRequired() {
        return Problem.forbidden(
                "account-forbidden",
                "You may set for an external contact only what is on accounts assigned to you; name them.");
    }

    static Problem adminRequired() {
        return Problem.forbidden(
                        "accessDenied",
                        "You may set your own notifications. Those of others are set by an administrator of your enterprise.")
                .with("requiredPermissions", new String[] {"NOTIFY_ADMIN"});
    }
}
