package io.controlcenter.billing.receivables.application;

import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.receivables.domain.AccountStanding;
import io.controlcenter.platform.audit.AuditTrail;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes how an account is collected from. */
@Service
@Transactional
public class CollectionTerms {

    private final Ledger ledger;
    private final AccountStandings accounts;
    private final Collecting collecting;
    private final AuditTrail audit;

    CollectionTerms(Ledger ledger, AccountStandings accounts, Collecting collecting, AuditTrail audit) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.collecting = collecting;
        this.audit = audit;
    }

    /** @param expected refuses a version that the caller did not read */
    public AccountStanding change(
            BillingAccount account, LongConsumer expected, UnaryOperator<AccountStanding> change) {
        var before = ledger.lock(account);
        expected.accept(before.version());
        var after = change.apply(before);
        accounts.save(after);
        audit.record(
                account.enterpriseId(),
                "collection-terms.changed",
                "billing-account",
                account.accountId(),
                before,
                after);
        collecting.reviewAll(account);
        return accounts.find(account.accountId(), account.enterpriseId());
    }
}
