package io.controlcenter.billing.invoicing.persistence;

import io.controlcenter.billing.accounts.domain.Delivery;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.invoicing.domain.InvoiceState;
import io.controlcenter.billing.invoicing.domain.LineType;
import io.controlcenter.billing.taxes.domain.TaxLine;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Invoices and their lines by SQL. */
@Component
@Transactional(readOnly = true)
class JdbcReadingInvoices implements ReadingInvoices {

    private static final String HEADS = "invoice i join billing_account a on a.account_id = i.account_id";
    private static final String LINE_COLUMNS = """
            l.*, coalesce(l.currency, i.currency) as line_currency, s.circuit_id, s.product_code, s.product_name,
            s.location, s.order_number, s.item_id, s.accepted_at, s.acceptance_outcome, s.start_date, s.stop_date,
            s.stop_order_number, s.stop_requested_at, ci.reference as credited_reference,
            r.effective_from as price_from, r.order_number as price_order, r.item_id as price_item,
            r.accepted_at as price_accepted_at, r.acceptance_outcome as price_outcome, r.changed_by, r.change_reason,
            r.changed_at, o.cause, o.source_ref, o.order_number as charge_order, o.item_id as charge_item,
            o.approved_by, o.approved_at, u.usage_type, u.unit, u.quantity, u.unit_amount as usage_unit_amount, u.records,
            case when coalesce(st.state, 'generated') = 'generated' and i.state = 'settled' then 'settled'
              else coalesce(st.state, 'generated') end as line_state""";
    private static final String LINES = """
            invoice_line l join invoice i on i.id = l.invoice_id
            left join rated_service s on s.service_id = l.service_id
            left join recurring_charge r on r.id = l.recurring_charge_id
            left join one_time_charge o on o.charge_id = l.charge_id and l.recurring_charge_id is null
            left join invoice_usage u on u.invoice_id = l.invoice_id and u.line_number = l.line_number
            left join invoice ci on ci.id = l.credits_invoice_id
            left join invoice_line_state st on st.invoice_id = l.invoice_id and st.line_number = l.line_number""";
    private static final String SUMS = """
            sum(l.net_amount) filter (where l.type in ('RECURRING', 'PARTIAL')) as recurring,
            sum(l.net_amount) filter (where l.type in ('NON_RECURRING', 'LATE')) as one_time,
            sum(l.net_amount) filter (where l.type = 'USAGE') as usage,
            sum(l.net_amount) filter (where l.type = 'CREDIT') as credits, sum(l.net_amount) as total""";
    private static final String VISIBLE = "(:withHeld or i.state <> 'onHold')";
    private static final Listing LIST = Listing.of("i.*, a.name as account_name", HEADS)
            .text("accountId", "i.account_id")
            .text("invoiceNumber", "i.reference")
            .choice(
                    "state",
                    "i.state",
                    Arrays.stream(InvoiceState.values()).map(InvoiceState::wire).toList())
            .choice("delivery", "i.delivery", Delivery.class)
            .bool("pastDue", "i.past_due")
            .date("billDate", "i.bill_date")
            .date("dueDate", "i.due_date")
            .bool("firstInvoice", "i.first_invoice")
            .number("amountDue", "i.amount_due")
            .order("-billDate", "i.id");
    private static final Listing LINE_LIST = Listing.of(LINE_COLUMNS, LINES)
            .text("serviceId", "l.service_id")
            .text("chargeId", "l.charge_id")
            .choice("type", "l.type", LineType.class)
            .number("lineId", "l.line_number")
            .order("lineId", "cast(l.line_number as bigint)");

    private final JdbcClient db;
    private final InvoiceRows rows;

    JdbcReadingInvoices(JdbcClient db, InvoiceRows rows) {
        this.db = db;
        this.rows = rows;
    }

    @Override
    public Page<Head> list(String enterpriseId, boolean withHeld, LocalDate oldest, ListRequest request) {
        return LIST.page(
                db,
                request,
                "i.enterprise_id = :enterprise and i.bill_date > :oldest and " + VISIBLE,
                Map.of("enterprise", enterpriseId, "withHeld", withHeld, "oldest", oldest),
                rows.head());
    }

    @Override
    public Optional<Head> find(String reference, boolean withHeld) {
        return db.sql("select i.*, a.name as account_name from " + HEADS + " where i.reference = :reference and "
                        + VISIBLE)
                .param("reference", reference)
                .param("withHeld", withHeld)
                .query(rows.head())
                .optional();
    }

    @Override
    public Page<Line> lines(long invoiceId, ListRequest request) {
        return LINE_LIST.page(db, request, "l.invoice_id = :invoice", Map.of("invoice", invoiceId), rows.line());
    }

    @Override
    public List<Line> allLines(long invoiceId) {
        return db.sql("select " + LINE_COLUMNS + " from " + LINES
                        + " where l.invoice_id = :invoice order by l.line_number")
                .param("invoice", invoiceId)
                .query(rows.line())
                .list();
    }

    @Override
    public Optional<Line> line(long invoiceId, int number) {
        return db.sql("select " + LINE_COLUMNS + " from " + LINES
                        + " where l.invoice_id = :invoice and l.line_number = :number")
                .param("invoice", invoiceId)
                .param("number", number)
                .query(rows.line())
                .optional();
    }

    @Override
    public List<TaxLine> taxes(long invoiceId) {
        return db.sql("""
                        select t.*, i.currency from invoice_tax t join invoice i on i.id = t.invoice_id
                        where t.invoice_id = :invoice order by t.tax_number""")
                .param("invoice", invoiceId)
                .query((row, _) -> InvoiceRows.tax(row))
                .list();
    }

    @Override
    public List<Section> byService(long invoiceId) {
        return sections(
                invoiceId,
                "s.service_id, s.product_code, coalesce(s.product_name, 'Account charges') as title, s.location, s.circuit_id",
                "s.service_id, s.product_code, s.product_name, s.location, s.circuit_id",
                "min(l.line_number)");
    }

    @Override
    public List<Section> byProduct(long invoiceId) {
        return sections(invoiceId, """
                null as service_id, s.product_code, coalesce(s.product_name, 'Account charges') as title,
                null as location, null as circuit_id""", "s.product_code, s.product_name", "s.product_name nulls last");
    }

    @Override
    public List<UsageSum> byUsageType(long invoiceId) {
        return db.sql("""
                        select u.usage_type, l.description, u.unit, i.currency, sum(u.quantity) as quantity,
                          sum(u.records) as records, sum(l.net_amount) as amount
                        from invoice_usage u join invoice_line l using (invoice_id, line_number)
                          join invoice i on i.id = u.invoice_id
                        where u.invoice_id = :invoice and l.currency = i.currency
                        group by u.usage_type, l.description, u.unit, i.currency order by u.usage_type""")
                .param("invoice", invoiceId)
                .query((row, _) -> UsageRows.sum(row))
                .list();
    }

    /** Amounts in another currency, which only a held invoice can have, are in no sum. */
    private List<Section> sections(long invoiceId, String columns, String group, String order) {
        return db.sql("""
                        select %s, currency, coalesce(recurring, 0) as recurring, coalesce(one_time, 0) as one_time,
                          coalesce(usage, 0) as usage, coalesce(credits, 0) as credits, total
                        from (select %s, i.currency, %s, %s as position
                          from invoice_line l join invoice i on i.id = l.invoice_id
                            left join rated_service s on s.service_id = l.service_id
                          where l.invoice_id = :invoice and coalesce(l.currency, i.currency) = i.currency
                          group by i.currency, %s) x order by position""".formatted(
                        "service_id, product_code, title, location, circuit_id", columns, SUMS, position(order), group))
                .param("invoice", invoiceId)
                .query((row, _) -> InvoiceRows.section(row))
                .list();
    }

    private static String position(String order) {
        return order.startsWith("min") ? order : "row_number() over (order by " + order + ")";
    }
}
