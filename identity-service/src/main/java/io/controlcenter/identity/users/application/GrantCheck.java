package io.controlcenter.identity.users.application;

import io.controlcenter.identity.enterprises.BillingAccounts;
import io.controlcenter.identity.enterprises.Enterprises;
import io.controlcenter.identity.users.domain.Wanted;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/** Whether what is granted exists. */
@Component
class GrantCheck {

    private final Enterprises enterprises;
    private final BillingAccounts accounts;

    GrantCheck(Enterprises enterprises, BillingAccounts accounts) {
        this.enterprises = enterprises;
        this.accounts = accounts;
    }

    /** @param at JSON Pointer to the grant in the request */
    void requireSound(String enterpriseId, Wanted wanted, String at) {
        enterprises.require(enterpriseId);
        var known = accounts.existing(enterpriseId, wanted.accountIds());
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < wanted.accountIds().size(); i++) {
            if (!known.contains(wanted.accountIds().get(i))) {
                violations.add(Violation.referenceNotFound(
                        at + "/accountIds/" + i, "The enterprise has no such account, or you may not use it."));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
    }
}
