package io.controlcenter.billing.ownership;

import io.controlcenter.billing.accounts.application.AccountJournal;
import io.controlcenter.billing.accounts.application.AccountOwners;
import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.receivables.application.Ledger;
import io.controlcenter.platform.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** An account changes hands, with its services, bills, payments, questions and files, in a transaction that sees all. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HandingOver {

    private final AccountOwners owners;
    private final ReadingAccounts accounts;
    private final Ledger ledger;
    private final AccountJournal journal;
    private final AuditTrail audit;

    HandingOver(
            AccountOwners owners, ReadingAccounts accounts, Ledger ledger, AccountJournal journal, AuditTrail audit) {
        this.owners = owners;
        this.accounts = accounts;
        this.ledger = ledger;
        this.journal = journal;
        this.audit = audit;
    }

    /** An account that is not known is none of billing's, which opens all that there are. */
    void over(String accountId, String enterpriseId, @Nullable String customerNumber, long version) {
        var before = accounts.find(accountId);
        if (!owners.handOver(accountId, enterpriseId, customerNumber, version)) {
            return;
        }
        var after = accounts.find(accountId).orElseThrow();
        if (after.version() > before.orElseThrow().version()) {
            tell(before.get(), after);
        }
    }

    private void tell(BillingAccount before, BillingAccount after) {
        journal.changed(before, after);
        if (before.enterpriseId().equals(after.enterpriseId())) {
            audit.record(after.enterpriseId(), "account.changed", "billing-account", after.accountId(), before, after);
            return;
        }
        ledger.tellHoldAgain(after);
        audit.record(before.enterpriseId(), "account.moved-away", "billing-account", after.accountId(), before, null);
        audit.record(after.enterpriseId(), "account.moved-here", "billing-account", after.accountId(), null, after);
    }
}
