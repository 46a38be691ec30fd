package io.controlcenter.billing.ownership;

import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import io.controlcenter.platform.tenancy.ScopedTransactionManager;
import io.controlcenter.platform.tenancy.TenantScope;
import org.springframework.stereotype.Component;

/**
 * Follows identity on whose an account is. Nothing is done when one is removed: its bills are owed by the enterprise that
 * had it until another one gets it.
 */
@Component
class OwnershipEventsIn {

    private static final String TOPIC = "identity.account.v1";
    private final HandingOver handing;
    private final ScopedTransactionManager transactions;

    OwnershipEventsIn(HandingOver handing, ScopedTransactionManager transactions) {
        this.handing = handing;
        this.transactions = transactions;
    }

    record AccountAdded(String accountId, String enterpriseId, String customerNumber) {}

    record AccountMoved(String accountId, String toEnterpriseId) {}

    /** Also of an account that was removed elsewhere before, which nobody calls a move. */
    @OnEvent(topic = TOPIC, type = "identity.account.added.v1")
    void added(Event<AccountAdded> event) {
        var account = event.data();
        seeBoth(account.enterpriseId());
        handing.over(account.accountId(), account.enterpriseId(), account.customerNumber(), event.version());
    }

    @OnEvent(topic = TOPIC, type = "identity.account.moved.v1")
    void moved(Event<AccountMoved> event) {
        var account = event.data();
        seeBoth(account.toEnterpriseId());
        handing.over(account.accountId(), account.toEnterpriseId(), null, event.version());
    }

    private void seeBoth(String enterpriseId) {
        if (!TenantScope.isId(enterpriseId)) {
            throw new IllegalArgumentException("Not the id of one enterprise: " + enterpriseId);
        }
        transactions.rescope(TenantScope.ALL);
    }
}
