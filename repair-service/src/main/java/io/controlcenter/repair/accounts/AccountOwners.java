package io.controlcenter.repair.accounts;

import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.tenancy.ScopedTransactionManager;
import io.controlcenter.platform.tenancy.TenantScope;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose an account is: orders that were under way when it changed hands tell of it under the enterprise that had it. */
@Component
public class AccountOwners {

    private final JdbcClient db;
    private final ScopedTransactionManager transactions;

    AccountOwners(JdbcClient db, ScopedTransactionManager transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /**
     * The rest of the transaction acts for whoever has the account.
     *
     * @return that enterprise; the one that the event names where the account is not known
     */
    public String actFor(String accountId, Event<?> event) {
        transactions.rescope(TenantScope.ALL);
        var owner = db.sql("select enterprise_id from account_ref where account_id = :account for share")
                .param("account", accountId)
                .query(String.class)
                .optional()
                .orElseGet(() -> Objects.requireNonNull(event.enterpriseId()));
        transactions.rescope(TenantScope.of(owner));
        return owner;
    }
}
