package io.controlcenter.billing.invoicing.persistence;

import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.invoicing.domain.InvoiceState;
import io.controlcenter.billing.invoicing.domain.LineType;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
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
            l.*, i.currency, s.circuit_id, s.product_code, s.product_name, s.location, s.order_number, s.item_id,
            s.accepted_at, s.acceptance_outcome, s.start_date, s.stop_date, ci.reference as credited_reference,
            coalesce(st.state, case when i.state = 'settled' then 'settled' else 'generated' end) as line_state""";
    private static final String LINES = """
            invoice_line l join invoice i on i.id = l.invoice_id
            left join rated_service s on s.service_id = l.service_id
            left join invoice ci on ci.id = l.credits_invoice_id
            left join invoice_line_state st on st.invoice_id = l.invoice_id and st.line_number = l.line_number""";
    private static final String VISIBLE = "(:withHeld or i.state <> 'onHold')";
    private static final Listing LIST = Listing.of("i.*, a.name as account_name", HEADS)
            .text("accountId", "i.account_id")
            .text("invoiceNumber", "i.reference")
            .choice(
                    "state",
                    "i.state",
                    Arrays.stream(InvoiceState.values()).map(InvoiceState::wire).toList())
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
    public Page<Head> list(String enterpriseId, boolean withHeld, ListRequest request) {
        return LIST.page(
                db,
                request,
                "i.enterprise_id = :enterprise and " + VISIBLE,
                Map.of("enterprise", enterpriseId, "withHeld", withHeld),
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
}
