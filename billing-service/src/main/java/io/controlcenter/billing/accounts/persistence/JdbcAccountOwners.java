package io.controlcenter.billing.accounts.persistence;

import io.controlcenter.billing.accounts.application.AccountOwners;
import io.controlcenter.platform.tenancy.ScopedTransactionManager;
import io.controlcenter.platform.tenancy.TenantScope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Owners by SQL; the service's role may write none of an account's history, so that a function of the owner does it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcAccountOwners implements AccountOwners {

    private final JdbcClient db;
    private final ScopedTransactionManager transactions;

    JdbcAccountOwners(JdbcClient db, ScopedTransactionManager transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    @Override
    public String actFor(String accountId, String told) {
        transactions.rescope(TenantScope.ALL);
        var owner = db.sql("select enterprise_id from billing_account where account_id = :account for share")
                .param("account", accountId)
                .query(String.class)
                .optional()
                .orElse(told);
        transactions.rescope(TenantScope.of(owner));
        return owner;
    }

    @Override
    public boolean handOver(String accountId, String enterpriseId, @Nullable String customerNumber, long version) {
        return db.sql("select hand_over_account(:account, :enterprise, :number, :version)")
                .param("account", accountId)
                .param("enterprise", enterpriseId)
                .param("number", customerNumber)
                .param("version", version)
                .query(Boolean.class)
                .single();
    }
}
