package io.controlcenter.identity.users.application;

import io.controlcenter.identity.accountgroups.AccountGroup;
import io.controlcenter.identity.accountgroups.AccountGroups;
import io.controlcenter.identity.enterprises.BillingAccounts;
import io.controlcenter.identity.enterprises.Enterprises;
import io.controlcenter.identity.users.domain.Wanted;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether what is granted exists, and whoever grants may use it. */
@Component
class GrantCheck {

    private final Enterprises enterprises;
    private final BillingAccounts accounts;
    private final AccountGroups groups;

    GrantCheck(Enterprises enterprises, BillingAccounts accounts, AccountGroups groups) {
        this.enterprises = enterprises;
        this.accounts = accounts;
        this.groups = groups;
    }

    /** @param at JSON Pointer to the grant in the request */
    void requireSound(String enterpriseId, Wanted wanted, String at) {
        enterprises.require(enterpriseId);
        var violations = new ArrayList<Violation>();
        refer(
                wanted.accountIds(),
                accounts.existing(enterpriseId, wanted.accountIds()),
                at + "/accountIds/",
                "The enterprise has no such account, or you may not use it.",
                violations);
        refer(
                wanted.accountGroupIds(),
                usable(enterpriseId, wanted.accountGroupIds()),
                at + "/accountGroupIds/",
                "The enterprise has no such account group, or you may not use all of its accounts.",
                violations);
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
    }

    private static void refer(
            List<String> named, Set<String> known, String at, String otherwise, List<Violation> violations) {
        for (int i = 0; i < named.size(); i++) {
            if (!known.contains(named.get(i))) {
                violations.add(Violation.referenceNotFound(at + i, otherwise));
            }
        }
    }

    private Set<String> usable(String enterpriseId, List<String> groupIds) {
        return groups.existing(enterpriseId, groupIds).stream()
                .filter(group ->
                        accounts.existing(enterpriseId, group.accountIds()).containsAll(group.accountIds()))
                .map(AccountGroup::groupId)
                .collect(Collectors.toSet());
    }
}
