package io.controlcenter.billing.payments.persistence;

import io.controlcenter.billing.payments.application.AutoPay;
import io.controlcenter.billing.payments.application.AutoPays;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** AutoPay by SQL. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcAutoPays implements AutoPays {

    private final JdbcClient db;

    JdbcAutoPays(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<AutoPay> find(String accountId) {
        return db.sql("select * from autopay where account_id = :account")
                .param("account", accountId)
                .query((row, _) -> new AutoPay(
                        row.getString("account_id"),
                        row.getString("enterprise_id"),
                        row.getString("method_id"),
                        row.getBigDecimal("limit_amount"),
                        row.getObject("enrolled_at", OffsetDateTime.class).toInstant(),
                        row.getString("enrolled_by"),
                        row.getLong("version")))
                .optional();
    }

    @Override
    public void save(AutoPay autoPay) {
        db.sql("""
                        insert into autopay (account_id, enterprise_id, method_id, limit_amount, enrolled_at, enrolled_by,
                          version)
                        values (:account, :enterprise, :method, :limit, :at, :by, :version)
                        on conflict (account_id) do update set method_id = :method, limit_amount = :limit,
                          enrolled_by = :by, version = :version""")
                .param("account", autoPay.accountId())
                .param("enterprise", autoPay.enterpriseId())
                .param("method", autoPay.methodId())
                .param("limit", autoPay.limit())
                .param("at", autoPay.enrolledAt().atOffset(ZoneOffset.UTC))
                .param("by", autoPay.enrolledBy())
                .param("version", autoPay.version())
                .update();
    }

    @Override
    public void remove(String accountId) {
        db.sql("delete from autopay where account_id = :account")
                .param("account", accountId)
                .update();
    }

    @Override
    public List<Due> due(Instant now, int limit) {
        return db.sql("""
                        select p.account_id, i.reference from autopay p
                          join billing_account a on a.account_id = p.account_id
                          join invoice i on i.account_id = p.account_id and i.state in ('issued', 'partiallyPaid')
                        where i.due_date <= cast(cast(:now as timestamptz) at time zone a.time_zone as date)
                          and i.due_date >= cast(p.enrolled_at at time zone a.time_zone as date)
                          and i.amount_due - i.paid_amount - i.credited_amount - i.disputed_amount > 0
                          and not exists (select 1 from payment y where y.autopay_invoice = i.reference)
                        order by i.due_date, i.id limit :limit""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> new Due(row.getString(1), row.getString(2)))
                .list();
    }
}
