package io.controlcenter.identity.enterprises;

import io.controlcenter.platform.problem.Problem;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.LongConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of customer numbers and their accounts when enterprises merge, divide or end. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class EnterpriseSuccession {

    private final JdbcClient db;
    private final Enterprises enterprises;
    private final BillingAccounts accounts;
    private final MovingAccounts moving;
    private final Clock clock;
    private final ObjectProvider<EnterpriseEnd> ends;

    EnterpriseSuccession(
            JdbcClient db,
            Enterprises enterprises,
            BillingAccounts accounts,
            MovingAccounts moving,
            Clock clock,
            ObjectProvider<EnterpriseEnd> ends) {
        this.db = db;
        this.enterprises = enterprises;
        this.accounts = accounts;
        this.moving = moving;
        this.clock = clock;
        this.ends = ends;
    }

    /** Holds enterprises until the transaction ends, always in the same order. */
    public void hold(List<String> enterpriseIds) {
        db.sql("select enterprise_id from enterprise where enterprise_id in (:ids) order by enterprise_id for update")
                .param("ids", enterpriseIds)
                .query((row, _) -> row.getString(1))
                .list();
    }

    public List<BillingAccount> accountsUnder(Enterprise enterprise, List<String> numbers) {
        return accounts.of(enterprise.enterpriseId()).stream()
                .filter(account -> numbers.contains(account.customerNumber()))
                .toList();
    }

    /** Customer numbers with whatever stands under them. */
    public void hand(Enterprise from, Enterprise to, List<String> numbers) {
        var under = accountsUnder(from, numbers);
        if (!numbers.isEmpty()) {
            db.sql("update customer_number set enterprise_id = :to where number in (:numbers)")
                    .param("to", to.enterpriseId())
                    .param("numbers", numbers)
                    .update();
        }
        under.forEach(account -> moving.move(account, to.enterpriseId(), account.customerNumber()));
    }

    /** Nobody acts on it any more; whatever it still had ends. */
    public Enterprise close(Enterprise enterprise, String why) {
        ends.orderedStream().forEach(end -> end.ended(enterprise.enterpriseId()));
        db.sql("update enterprise set status = 'INACTIVE' where enterprise_id = :id")
                .param("id", enterprise.enterpriseId())
                .update();
        return enterprises.touched(enterprise, why);
    }

    /** Ends an enterprise without accounts for ever; its id is never used again. */
    @Transactional
    public void remove(String enterpriseId, LongConsumer expected) {
        hold(List.of(enterpriseId));
        var enterprise = enterprises.require(enterpriseId);
        expected.accept(enterprise.version());
        var left = accounts.of(enterpriseId).size();
        if (left > 0) {
            throw Problem.conflict(
                            "enterprise-has-accounts",
                            "Move or take away the enterprise's %d accounts first.".formatted(left))
                    .with("accounts", left);
        }
        close(enterprise, "enterprise.removed");
        db.sql("update enterprise set removed_at = :at where enterprise_id = :id")
                .param("at", OffsetDateTime.now(clock))
                .param("id", enterpriseId)
                .update();
    }
}
