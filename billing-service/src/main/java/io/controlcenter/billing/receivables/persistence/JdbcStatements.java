package io.controlcenter.billing.receivables.persistence;

import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.invoicing.application.AccountActivity;
import io.controlcenter.billing.receivables.application.Statements;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Statement entries by SQL: written as money moves, read by the bill run for many accounts at once. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcStatements implements Statements, AccountActivity {

    private final JdbcClient db;

    JdbcStatements(JdbcClient db) {
        this.db = db;
    }

    private record Left(String account, BigDecimal amount) {}

    @Override
    public void add(BillingAccount account, Line line) {
        db.sql("""
                        insert into statement_entry (enterprise_id, account_id, kind, entry_date, reference, description,
                          invoice_number, amount, currency)
                        values (:enterprise, :account, :kind, :date, :reference, :description, :invoice, :amount,
                          :currency)""")
                .param("enterprise", account.enterpriseId())
                .param("account", account.accountId())
                .param("kind", line.kind().name())
                .param("date", line.date())
                .param("reference", line.reference())
                .param("description", line.description())
                .param("invoice", line.invoiceNumber())
                .param("amount", line.amount())
                .param("currency", account.currency())
                .update();
    }

    @Override
    public List<Entry> unstated(Collection<String> accountIds) {
        return db.sql("""
                        select e.* from unnest(cast(:accounts as text[])) as a(account_id)
                          cross join lateral (select * from statement_entry
                            where account_id = a.account_id and stated_on is null offset 0) e
                        order by e.account_id, e.id""")
                .param("accounts", accountIds.toArray(String[]::new))
                .query((row, _) -> new Entry(
                        row.getLong("id"),
                        row.getString("account_id"),
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("entry_date", LocalDate.class),
                        row.getString("reference"),
                        row.getString("description"),
                        row.getString("invoice_number"),
                        Money.of(row.getBigDecimal("amount"), row.getString("currency"))))
                .list();
    }

    @Override
    public void stated(Map<Long, String> invoiceNumberByEntry) {
        if (invoiceNumberByEntry.isEmpty()) {
            return;
        }
        var entries = List.copyOf(invoiceNumberByEntry.entrySet());
        db.sql("""
                        update statement_entry e set stated_on = d.invoice
                        from unnest(cast(:ids as bigint[]), cast(:invoices as text[])) as d(id, invoice)
                        where e.id = d.id""")
                .param("ids", entries.stream().map(Map.Entry::getKey).toArray(Long[]::new))
                .param("invoices", entries.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .update();
    }

    @Override
    public Map<String, BigDecimal> unapplied(Collection<String> accountIds) {
        return db
                .sql("""
                        select a.account_id, sum(f.unapplied) as amount
                        from unnest(cast(:accounts as text[])) as a(account_id)
                          cross join lateral (select unapplied from fund
                            where account_id = a.account_id and unapplied > 0 offset 0) f
                        group by a.account_id""")
                .param("accounts", accountIds.toArray(String[]::new))
                .query((row, _) -> new Left(row.getString(1), row.getBigDecimal(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Left::account, Left::amount));
    }
}
