package io.controlcenter.billing.receivables.persistence;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.controlcenter.billing.receivables.application.Funds;
import io.controlcenter.billing.receivables.domain.Allocation.Part;
import io.controlcenter.billing.receivables.domain.Fund;
import io.controlcenter.billing.receivables.domain.FundUse;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Funds and their applications by SQL. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcFunds implements Funds {

    private final JdbcClient db;

    JdbcFunds(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void add(Fund fund) {
        db.sql("""
                        insert into fund (fund_id, kind, enterprise_id, account_id, currency, amount, unapplied, posted_at)
                        values (:id, :kind, :enterprise, :account, :currency, :amount, :unapplied, :at)""")
                .param("id", fund.fundId())
                .param("kind", fund.kind().name())
                .param("enterprise", fund.enterpriseId())
                .param("account", fund.accountId())
                .param("currency", fund.currency())
                .param("amount", fund.amount())
                .param("unapplied", fund.unapplied())
                .param("at", utc(fund.postedAt()))
                .update();
    }

    @Override
    public void save(Fund fund) {
        db.sql("update fund set unapplied = :unapplied, reversed_at = :reversed where fund_id = :id")
                .param("unapplied", fund.unapplied())
                .param("reversed", utc(fund.reversedAt()))
                .param("id", fund.fundId())
                .update();
    }

    @Override
    public Optional<Fund> find(String fundId) {
        return db.sql("select * from fund where fund_id = :id for update")
                .param("id", fundId)
                .query((row, _) -> fund(row))
                .optional();
    }

    @Override
    public List<Fund> unapplied(String accountId) {
        return db.sql("select * from fund where account_id = :account and unapplied > 0 order by id")
                .param("account", accountId)
                .query((row, _) -> fund(row))
                .list();
    }

    @Override
    public void apply(Fund fund, List<Part> parts, Instant at) {
        db.sql("""
                        insert into fund_application (fund_id, invoice_number, enterprise_id, account_id, amount,
                          applied_at)
                        select :fund, invoice, :enterprise, :account, amount, :at
                        from unnest(cast(:invoices as text[]), cast(:amounts as numeric[])) as p(invoice, amount)""")
                .param("fund", fund.fundId())
                .param("invoices", parts.stream().map(Part::invoiceNumber).toArray(String[]::new))
                .param("enterprise", fund.enterpriseId())
                .param("account", fund.accountId())
                .param("amounts", parts.stream().map(Part::amount).toArray(BigDecimal[]::new))
                .param("at", utc(at), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private record Applied(String fund, BigDecimal amount, BigDecimal unapplied, boolean reversed, List<Part> part) {}

    @Override
    @Transactional(readOnly = true)
    public Map<String, FundUse> uses(Collection<String> fundIds) {
        return db
                .sql("""
                        select f.fund_id, f.amount, f.unapplied, f.reversed_at is not null, a.invoice_number, a.amount
                        from fund f left join (select fund_id, invoice_number, sum(amount) as amount, min(id) as first
                            from fund_application where fund_id = any (:ids) and undone_at is null
                            group by fund_id, invoice_number) a on a.fund_id = f.fund_id
                        where f.fund_id = any (:ids) order by f.id, a.first""")
                .param("ids", fundIds.toArray(String[]::new))
                .query((row, _) -> new Applied(
                        row.getString(1),
                        row.getBigDecimal(2),
                        row.getBigDecimal(3),
                        row.getBoolean(4),
                        row.getString(5) == null
                                ? List.of()
                                : List.of(new Part(row.getString(5), row.getBigDecimal(6)))))
                .list()
                .stream()
                .collect(groupingBy(Applied::fund, collectingAndThen(toList(), JdbcFunds::use)));
    }

    private static FundUse use(List<Applied> rows) {
        var fund = rows.getFirst();
        var parts = rows.stream().flatMap(row -> row.part().stream()).toList();
        var rest =
                parts.stream().map(Part::amount).reduce(fund.amount().subtract(fund.unapplied()), BigDecimal::subtract);
        return new FundUse(parts, fund.unapplied(), fund.reversed() ? BigDecimal.ZERO : rest);
    }

    @Override
    public void undo(String fundId, Instant at) {
        db.sql("update fund_application set undone_at = :at where fund_id = :id and undone_at is null")
                .param("at", utc(at))
                .param("id", fundId)
                .update();
    }

    @Override
    public List<String> accountsToApply(int limit) {
        return db.sql("""
                        select distinct f.account_id from fund f
                        where f.unapplied > 0 and exists (select 1 from invoice i
                          where i.account_id = f.account_id and i.state in ('issued', 'partiallyPaid')
                            and i.amount_due - i.paid_amount - i.credited_amount - i.disputed_amount > 0)
                        order by f.account_id limit :limit""")
                .param("limit", limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public List<String> invoicesWithoutDebt(int limit) {
        return db.sql(
                        "select reference from invoice where state = 'issued' and amount_due <= 0 order by id limit :limit")
                .param("limit", limit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static Fund fund(ResultSet row) throws SQLException {
        var reversed = row.getObject("reversed_at", OffsetDateTime.class);
        return new Fund(
                row.getString("fund_id"),
                Fund.Kind.valueOf(row.getString("kind")),
                row.getString("enterprise_id"),
                row.getString("account_id"),
                row.getString("currency"),
                row.getBigDecimal("amount"),
                row.getBigDecimal("unapplied"),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                reversed == null ? null : reversed.toInstant());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
