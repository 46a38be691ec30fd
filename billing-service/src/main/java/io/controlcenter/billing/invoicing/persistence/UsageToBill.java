package io.controlcenter.billing.invoicing.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.controlcenter.billing.invoicing.application.Cycles;
import io.controlcenter.billing.invoicing.application.Invoices.JudgedInvoice;
import io.controlcenter.billing.invoicing.domain.BillableAccount;
import io.controlcenter.billing.invoicing.domain.BilledUsage;
import io.controlcenter.billing.invoicing.domain.InvoiceDraft;
import io.controlcenter.billing.invoicing.domain.UnbilledUsage;
import io.controlcenter.billing.proration.domain.Period;
import io.controlcenter.billing.taxes.domain.Supply;
import io.controlcenter.billing.usage.domain.Unit;
import io.controlcenter.platform.sets.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Usage that is on no invoice yet, added up by the days on which it ends, and which lines it is on once it is billed.
 * Records are marked by their ids: one that comes while the bill is made is on the next one.
 */
@Component
class UsageToBill {

    private static final RowMapper<UnbilledUsage> USAGE = (row, _) -> new UnbilledUsage(
            row.getString("service_id"),
            row.getObject("start_date", LocalDate.class),
            row.getObject("stop_date", LocalDate.class),
            row.getString("usage_type"),
            row.getString("name"),
            Unit.valueOf(row.getString("unit")),
            row.getBigDecimal("quantity"),
            row.getBigDecimal("rate"),
            row.getBigDecimal("amount"),
            row.getString("currency"),
            new Period(row.getObject("first_day", LocalDate.class), row.getObject("end_day", LocalDate.class)),
            ChargesToBill.supply(row, Supply.Kind.USAGE),
            ids(row));

    private final JdbcClient db;

    UsageToBill(JdbcClient db) {
        this.db = db;
    }

    private static List<Long> ids(ResultSet row) throws SQLException {
        return List.of((Long[]) row.getArray("ids").getArray());
    }

    private record Owned(String account, UnbilledUsage usage) {}

    /** By account; absent for those without any, which are most. */
    Map<String, List<UnbilledUsage>> of(List<BillableAccount> accounts) {
        var columns = Columns.of(accounts)
                .with("account", "text", BillableAccount::accountId)
                .with("enterprise", "text", BillableAccount::enterpriseId);
        return db
                .sql("""
                        with used as (
                          select u.account_id, u.service_id, u.usage_type, u.currency, u.end_day,
                            sum(u.quantity) as quantity, sum(u.amount) as amount, min(u.first_day) as first_day,
                            case when count(u.rate) = count(*) and min(u.rate) = max(u.rate) then min(u.rate) end as rate,
                            array_agg(u.id) as ids
                          from unnest(:account, :enterprise) as a(account_id, enterprise_id)
                            cross join lateral (select * from usage_record where account_id = a.account_id
                              and enterprise_id = a.enterprise_id and invoice_id is null offset 0) u
                          group by u.account_id, u.service_id, u.usage_type, u.currency, u.end_day)
                        select used.*, t.name, t.unit, s.start_date, s.stop_date, s.country, s.region, s.city,
                          s.postal_code, s.product_code
                        from used
                          cross join lateral (select * from usage_type where usage_type = used.usage_type offset 0) t
                          cross join lateral (select * from rated_service where service_id = used.service_id offset 0) s
                        order by used.service_id, used.usage_type, used.end_day
                        """)
                .paramSource(columns.parameters())
                .query((row, number) ->
                        new Owned(row.getString("account_id"), Objects.requireNonNull(USAGE.mapRow(row, number))))
                .stream()
                .collect(groupingBy(Owned::account, mapping(Owned::usage, toList())));
    }

    private record Row(long invoice, BillableAccount account, int line, BilledUsage usage) {}

    /** What lines for usage say besides; mostly there are none. */
    void addRows(List<JudgedInvoice> invoices) {
        var rows = new ArrayList<Row>();
        invoices.forEach(
                invoice -> rows.addAll(rows(invoice.id(), invoice.judged().draft())));
        Columns.of(rows)
                .with("invoice_id", "int8", Row::invoice)
                .with("line_number", "int4", Row::line)
                .with("enterprise_id", "text", row -> row.account().enterpriseId())
                .with("account_id", "text", row -> row.account().accountId())
                .with("usage_type", "text", row -> row.usage().usageType())
                .with("unit", "text", row -> row.usage().unit())
                .with("quantity", "numeric", row -> row.usage().quantity())
                .with("unit_amount", "numeric", row -> row.usage().unitAmount())
                .with("records", "int4", row -> row.usage().records().size())
                .insertInto("invoice_usage", db);
    }

    private static List<Row> rows(long invoice, InvoiceDraft draft) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < draft.lines().size(); i++) {
            var usage = draft.lines().get(i).usage();
            if (usage != null) {
                rows.add(new Row(invoice, draft.account(), i + 1, usage));
            }
        }
        return rows;
    }

    /** Records of issued invoices are billed; those that a held one would bill are not. */
    void settle(List<Cycles.Billed> billed) {
        for (var one : billed) {
            var invoice = one.invoice();
            if (invoice != null) {
                rows(invoice, one.judged().draft()).forEach(this::settle);
            }
        }
    }

    private void settle(Row row) {
        var records = row.usage().records();
        var columns = Columns.of(records)
                .with("id", "int8", id -> id)
                .and("invoice", row.invoice())
                .and("line", row.line());
        var settled = db.sql("""
                        update usage_record set invoice_id = :invoice, line_number = :line
                        where id = any (:id) and invoice_id is null""").paramSource(columns.parameters()).update();
        if (settled != records.size()) {
            throw new IllegalStateException(
                    "Usage on invoice " + row.invoice() + " was billed or taken back meanwhile");
        }
    }
}
