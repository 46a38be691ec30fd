package io.controlcenter.billing.invoicing.persistence;

import io.controlcenter.billing.invoicing.application.HeldInvoices;
import io.controlcenter.billing.invoicing.domain.DraftLine;
import io.controlcenter.billing.invoicing.domain.FinishedInvoice;
import io.controlcenter.billing.invoicing.domain.InvoiceDraft;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Held invoices by SQL. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcHeldInvoices implements HeldInvoices {

    private final JdbcClient db;
    private final JsonMapper json;

    JdbcHeldInvoices(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    @Override
    public Optional<Held> lock(String reference) {
        return db.sql("select * from invoice where reference = :reference and state = 'onHold' for update")
                .param("reference", reference)
                .query((row, _) -> new Held(
                        row.getLong("id"),
                        row.getString("reference"),
                        row.getString("enterprise_id"),
                        row.getString("account_id"),
                        row.getObject("cycle_date", LocalDate.class)))
                .optional();
    }

    /** @param records of usage; 0 for other lines */
    private record Said(
            String type, String charge, LocalDate from, LocalDate to, BigDecimal net, BigDecimal tax, int records) {}

    @Override
    public boolean says(Held held, InvoiceDraft draft) {
        var tax = draft.tax().stripTrailingZeros();
        var wanted = draft.lines().stream().map(line -> said(line, tax)).toList();
        return lines(held.id()).equals(wanted);
    }

    private static Said said(DraftLine line, BigDecimal tax) {
        var usage = line.usage();
        return new Said(
                line.type().name(),
                line.chargeId(),
                line.coverage().start(),
                line.coverage().end(),
                line.net().stripTrailingZeros(),
                tax,
                usage == null ? 0 : usage.records().size());
    }

    private List<Said> lines(long id) {
        return db.sql("""
                        select l.*, i.tax_amount, u.records from invoice_line l join invoice i on i.id = l.invoice_id
                          left join invoice_usage u using (invoice_id, line_number)
                        where l.invoice_id = :id order by l.line_number""")
                .param("id", id)
                .query((row, _) -> new Said(
                        row.getString("type"),
                        row.getString("charge_id"),
                        row.getObject("coverage_start", LocalDate.class),
                        row.getObject("coverage_end", LocalDate.class),
                        row.getBigDecimal("net_amount").stripTrailingZeros(),
                        row.getBigDecimal("tax_amount").stripTrailingZeros(),
                        row.getInt("records")))
                .list();
    }

    @Override
    public void issue(FinishedInvoice invoice) {
        var statement = invoice.statement();
        db.sql("""
                        update invoice set reference = :reference, state = 'issued', hold_reasons = null,
                          due_date = :due, issued_at = :at, statement = cast(:statement as jsonb),
                          first_invoice = :first, version = version + 1
                        where id = :id and state = 'onHold'""")
                .param("reference", invoice.reference())
                .param("due", invoice.dueDate())
                .param("at", invoice.at().atOffset(ZoneOffset.UTC))
                .param("statement", statement.hasNothing() ? null : json.writeValueAsString(statement), Types.VARCHAR)
                .param("first", !invoice.draft().account().hasInvoice())
                .param("id", invoice.id())
                .update();
    }

    @Override
    public void discard(long id) {
        db.sql("select discard_held_invoice(:id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }
}
