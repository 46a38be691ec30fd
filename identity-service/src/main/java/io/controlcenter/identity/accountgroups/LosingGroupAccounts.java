package io.controlcenter.identity.accountgroups;

import io.controlcenter.identity.enterprises.AccountUse;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An account that left the enterprise leaves its groups first, so that grants are counted once and right. */
@Component
@Order(1)
class LosingGroupAccounts implements AccountUse {

    private final AccountGroups groups;

    LosingGroupAccounts(AccountGroups groups) {
        this.groups = groups;
    }

    @Override
    public void end(String enterpriseId, String accountId) {
        groups.lose(enterpriseId, accountId);
    }
}
