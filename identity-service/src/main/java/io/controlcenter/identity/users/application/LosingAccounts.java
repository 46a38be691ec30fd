package io.controlcenter.identity.users.application;

import io.controlcenter.identity.enterprises.AccountUse;
import io.controlcenter.identity.users.domain.Grant;
import io.controlcenter.identity.users.domain.Grants;
import io.controlcenter.identity.users.domain.Wanted;
import io.controlcenter.platform.audit.AuditTrail;
import java.util.List;
import org.springframework.stereotype.Component;

/** An account that left the enterprise is taken out of every grant that names it. */
@Component
class LosingAccounts implements AccountUse {

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
        for (var before : grants.naming(enterpriseId, accountId)) {
            var after = grants.put(before.userId(), enterpriseId, without(before, accountId));
            announcements.changed(after);
            audit.record(enterpriseId, "membership.account-lost", "user", before.userId(), before, after);
        }
    }

    private static Wanted without(Grant grant, String accountId) {
        List<String> left = grant.accountIds().stream()
                .filter(account -> !account.equals(accountId))
                .toList();
        return new Wanted(grant.admin(), grant.permissions(), grant.allAccounts(), left);
    }
}
