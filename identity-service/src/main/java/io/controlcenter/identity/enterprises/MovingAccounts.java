package io.controlcenter.identity.enterprises;

import io.controlcenter.platform.audit.AuditTrail;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** An account that goes from one enterprise to another, within a transaction that sees both. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class MovingAccounts {

    private final JdbcClient db;
    private final EnterpriseEventsOut events;
    private final AuditTrail audit;
    private final Clock clock;
    private final ObjectProvider<AccountUse> uses;

    MovingAccounts(
            JdbcClient db, EnterpriseEventsOut events, AuditTrail audit, Clock clock, ObjectProvider<AccountUse> uses) {
        this.db = db;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
        this.uses = uses;
    }

    /** Nobody of the old enterprise can use it any more, nobody of the new one yet but those with all accounts. */
    public BillingAccount move(BillingAccount account, String toEnterpriseId, String customerNumber) {
        var from = account.enterpriseId();
        uses.orderedStream().forEach(use -> use.end(from, account.accountId()));
        events.removed(
                account,
                db.sql("select nextval('change_version')").query(Long.class).single());
        var moved = db.sql("""
                        update billing_account set enterprise_id = :enterprise, customer_number = :number,
                          version = nextval('change_version') where account_id = :id returning *""")
                .param("enterprise", toEnterpriseId)
                .param("number", customerNumber)
                .param("id", account.accountId())
                .query((row, _) -> BillingAccounts.account(row))
                .single();
        events.added(moved);
        events.moved(moved, from, clock.instant());
        audit.record(from, "account.moved-away", "account", account.accountId(), account, null);
        audit.record(toEnterpriseId, "account.moved-here", "account", account.accountId(), null, moved);
        return moved;
    }
}
