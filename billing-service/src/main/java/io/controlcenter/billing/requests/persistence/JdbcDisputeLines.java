package io.controlcenter.billing.requests.persistence;

import static java.util.stream.Collectors.groupingBy;

import io.controlcenter.billing.invoicing.domain.LineState;
import io.controlcenter.billing.requests.application.DisputeLines;
import io.controlcenter.billing.requests.domain.DisputeLine;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The dispute ledger by SQL. A line that was decided on is settled when its invoice is. */
@Component
@Transactional
class JdbcDisputeLines implements DisputeLines {

    private static final String FROM = "dispute_line d join invoice i on i.reference = d.invoice_number";
    private static final String STATE =
            "case when i.state = 'settled' and d.state in ('credit', 'paymentDue') then 'settled' else d.state end";
    private static final RowMapper<DisputeLine> LINE = (row, _) -> new DisputeLine(
            row.getString("request_number"),
            row.getString("enterprise_id"),
            row.getString("account_id"),
            row.getString("invoice_number"),
            row.getInt("line_number"),
            row.getString("line_description"),
            row.getBigDecimal("line_net"),
            row.getBigDecimal("amount"),
            row.getBigDecimal("amount_with_taxes"),
            row.getString("currency"),
            row.getString("reason_code"),
            LineState.of(row.getString("line_state")),
            row.getBigDecimal("withheld"),
            row.getBigDecimal("credit_amount"),
            row.getString("credit_note_number"),
            RequestRows.required(row, "opened_at"),
            row.getObject("window_last_day", LocalDate.class),
            RequestRows.instant(row, "decided_at"));
    private static final Listing LIST = Listing.of("d.*, " + STATE + " as line_state", FROM)
            .text("accountId", "d.account_id")
            .text("invoiceNumber", "d.invoice_number")
            .text("requestNumber", "d.request_number")
            .choice(
                    "state",
                    STATE,
                    Arrays.stream(LineState.values()).map(LineState::wire).toList())
            .instant("openedAt", "d.opened_at")
            .order("-openedAt", "d.id");

    private final JdbcClient db;

    JdbcDisputeLines(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void add(DisputeLine line) {
        db.sql("""
                        insert into dispute_line (request_number, enterprise_id, account_id, invoice_number, line_number,
                          line_description, line_net, amount, amount_with_taxes, currency, reason_code, state, withheld, opened_at,
                          window_last_day)
                        values (:number, :enterprise, :account, :invoice, :line, :description, :net, :amount, :withTaxes,
                          :currency, :reason, :state, :withheld, :opened, :lastDay)""")
                .param("number", line.requestNumber())
                .param("enterprise", line.enterpriseId())
                .param("account", line.accountId())
                .param("invoice", line.invoiceNumber())
                .param("line", line.lineNumber())
                .param("description", line.description())
                .param("net", line.net())
                .param("amount", line.amount())
                .param("withTaxes", line.withTaxes())
                .param("currency", line.currency())
                .param("reason", line.reasonCode())
                .param("state", line.state().wire())
                .param("withheld", line.withheld())
                .param("opened", RequestRows.utc(line.openedAt()))
                .param("lastDay", line.windowLastDay())
                .update();
    }

    @Override
    public void save(DisputeLine line) {
        db.sql("""
                        update dispute_line set state = :state, withheld = :withheld, credit_amount = :credit,
                          credit_note_number = :note, decided_at = :decided
                        where request_number = :number and line_number = :line""")
                .param("state", line.state().wire())
                .param("withheld", line.withheld())
                .param("credit", line.creditAmount())
                .param("note", line.creditNoteNumber())
                .param("decided", RequestRows.utc(line.decidedAt()))
                .param("number", line.requestNumber())
                .param("line", line.lineNumber())
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<DisputeLine>> of(Collection<String> requestNumbers) {
        return db
                .sql(
                        "select d.*, %s as line_state from %s where d.request_number = any (:numbers) order by d.line_number"
                                .formatted(STATE, FROM))
                .param("numbers", requestNumbers.toArray(String[]::new))
                .query(LINE)
                .list()
                .stream()
                .collect(groupingBy(DisputeLine::requestNumber));
    }

    @Override
    public BigDecimal disputed(String invoiceNumber, int lineNumber) {
        return sum("amount - credit_amount", "state <> 'withdrawn'", invoiceNumber, lineNumber);
    }

    @Override
    @Transactional(readOnly = true)
    public Sums sums(String requestNumber) {
        return db.sql("""
                        select sum(amount) as net, sum(amount_with_taxes) as with_taxes,
                          (select c.amount from credit_note c where c.source_ref = :number
                            and c.source_type = 'BILLING_REQUEST' order by c.id desc limit 1) as credit
                        from dispute_line where request_number = :number""")
                .param("number", requestNumber)
                .query((row, _) -> new Sums(
                        row.getBigDecimal("net"), row.getBigDecimal("with_taxes"), row.getBigDecimal("credit")))
                .single();
    }

    @Override
    public BigDecimal open(String invoiceNumber, int lineNumber) {
        return sum("withheld", "true", invoiceNumber, lineNumber);
    }

    private BigDecimal sum(String what, String of, String invoiceNumber, int lineNumber) {
        return db.sql("""
                        select coalesce(sum(%s), 0) from dispute_line
                        where invoice_number = :invoice and line_number = :line and %s""".formatted(what, of))
                .param("invoice", invoiceNumber)
                .param("line", lineNumber)
                .query(BigDecimal.class)
                .single();
    }

    @Override
    public Optional<String> openRequest(String invoiceNumber, int lineNumber) {
        return db.sql("""
                        select request_number from dispute_line
                        where invoice_number = :invoice and line_number = :line and withheld > 0 order by id limit 1""")
                .param("invoice", invoiceNumber)
                .param("line", lineNumber)
                .query((row, _) -> row.getString(1))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<DisputeLine> list(String enterpriseId, ListRequest request) {
        return LIST.page(db, request, "d.enterprise_id = :enterprise", Map.of("enterprise", enterpriseId), LINE);
    }
}
