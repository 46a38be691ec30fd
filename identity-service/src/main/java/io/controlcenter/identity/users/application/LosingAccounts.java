package io.controlcenter.identity.users.application;

import io.controlcenter.identity.accountgroups.GroupUse;
import io.controlcenter.identity.enterprises.AccountUse;
import io.controlcenter.identity.users.domain.Grant;
import io.controlcenter.identity.users.domain.Grants;
import io.controlcenter.identity.users.domain.Wanted;
import io.controlcenter.platform.audit.AuditTrail;
import java.util.function.UnaryOperator;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Grants follow what becomes of the accounts and groups that they name. */
@Component
@Order(2)
class LosingAccounts implements AccountUse, GroupUse {

    private final Grants grants;
    private final Announcements announcements;
    private final AuditTrail audit;

    LosingAccounts(Grants grants, Announcements announcements, AuditTrail audit) {
        this.grants = grants;
        this.announcements = announcements;
        this.audit = audit;
    }

    @Override
    public void end(String enterpriseId, String accountId) {
        grants.naming(enterpriseId, accountId)
                .forEach(
                        grant -> recount(grant, "membership.account-lost", wanted -> wanted.withoutAccount(accountId)));
    }

    @Override
    public void changed(String enterpriseId, String groupId) {
        grants.ofGroup(enterpriseId, groupId)
                .forEach(grant -> recount(grant, "membership.accounts-changed", UnaryOperator.identity()));
    }

    @Override
    public void ended(String enterpriseId, String groupId) {
        grants.ofGroup(enterpriseId, groupId)
                .forEach(grant ->
                        recount(grant, "membership.account-group-lost", wanted -> wanted.withoutGroup(groupId)));
    }

    private void recount(Grant before, String what, UnaryOperator<Wanted> change) {
        var after = grants.put(before.userId(), before.enterpriseId(), change.apply(before.wanted()));
        announcements.changed(after);
        audit.record(before.enterpriseId(), what, "user", before.userId(), before, after);
    }
}
