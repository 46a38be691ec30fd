package io.controlcenter.billing.receivables.persistence;

import io.controlcenter.billing.receivables.application.CreditNotes;
import io.controlcenter.billing.receivables.domain.CreditNote;
import io.controlcenter.billing.taxes.domain.TaxLine;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Credit notes by SQL. */
@Component
@Transactional
class JdbcCreditNotes implements CreditNotes {

    private static final String LINES = """
            (select json_agg(json_build_object('lineId', cast(l.line_number as text), 'amount', cast(l.amount as text))
               order by l.line_number) from credit_note_line l where l.credit_note_number = n.credit_note_number)
            as note_lines""";
    private static final Listing LIST = Listing.of("n.*, " + LINES, "credit_note n")
            .text("accountId", "n.account_id")
            .text("invoiceNumber", "n.invoice_number")
            .text("creditNoteNumber", "n.credit_note_number")
            .choice("reason", "n.reason", CreditNote.Reason.class)
            .date("issuedOn", "n.issued_on")
            .order("-issuedOn", "n.id");

    private final JdbcClient db;
    private final JsonMapper json;

    JdbcCreditNotes(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    @Override
    public String nextNumber(int year) {
        return "CN-%d-%06d"
                .formatted(
                        year, db.sql("""
                        insert into credit_note_counter values (:year, 1)
                        on conflict (year) do update set last = credit_note_counter.last + 1 returning last""").param("year", year).query(Long.class).single());
    }

    @Override
    public void add(CreditNote note) {
        var source = note.source();
        db.sql("""
                        insert into credit_note (credit_note_number, enterprise_id, account_id, invoice_number, reason,
                          amount, taxes, currency, description, source_type, source_ref, issued_on, issued_at,
                          issued_by)
                        values (:number, :enterprise, :account, :invoice, :reason, :amount, cast(:taxes as jsonb),
                          :currency, :description, :sourceType, :sourceRef, :issuedOn, :issuedAt, :by)""")
                .param("number", note.creditNoteNumber())
                .param("enterprise", note.enterpriseId())
                .param("account", note.accountId())
                .param("invoice", note.invoiceNumber())
                .param("reason", note.reason().name())
                .param("amount", note.amount())
                .param("taxes", json.writeValueAsString(note.taxes()))
                .param("currency", note.currency())
                .param("description", note.description())
                .param("sourceType", source == null ? null : source.type())
                .param("sourceRef", source == null ? null : source.reference())
                .param("issuedOn", note.issuedOn())
                .param("issuedAt", note.issuedAt().atOffset(ZoneOffset.UTC))
                .param("by", note.issuedBy())
                .update();
        addLines(note);
    }

    private void addLines(CreditNote note) {
        db.sql("""
                        insert into credit_note_line (credit_note_number, line_number, enterprise_id, account_id, amount)
                        select :number, line, :enterprise, :account, amount
                        from unnest(cast(:lines as int[]), cast(:amounts as numeric[])) as l(line, amount)""")
                .param("number", note.creditNoteNumber())
                .param("enterprise", note.enterpriseId())
                .param("account", note.accountId())
                .param(
                        "lines",
                        note.lines().stream().map(CreditNote.Line::number).toArray(Integer[]::new))
                .param(
                        "amounts",
                        note.lines().stream().map(CreditNote.Line::amount).toArray(BigDecimal[]::new))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CreditNote> find(String creditNoteNumber) {
        return db.sql("select n.*, %s from credit_note n where n.credit_note_number = :number".formatted(LINES))
                .param("number", creditNoteNumber)
                .query((row, _) -> note(row))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<CreditNote> list(String enterpriseId, ListRequest request) {
        return LIST.page(
                db,
                request,
                "n.enterprise_id = :enterprise",
                Map.of("enterprise", enterpriseId),
                (row, _) -> note(row));
    }

    @Override
    public List<CreditNote.Line> creditedLines(String invoiceNumber) {
        return db.sql("""
                        select l.line_number, sum(l.amount) from credit_note n
                          join credit_note_line l on l.credit_note_number = n.credit_note_number
                        where n.invoice_number = :invoice group by l.line_number order by l.line_number""")
                .param("invoice", invoiceNumber)
                .query((row, _) -> new CreditNote.Line(row.getString(1), row.getBigDecimal(2)))
                .list();
    }

    private CreditNote note(ResultSet row) throws SQLException {
        return new CreditNote(
                row.getString("credit_note_number"),
                row.getString("enterprise_id"),
                row.getString("account_id"),
                row.getString("invoice_number"),
                CreditNote.Reason.valueOf(row.getString("reason")),
                row.getBigDecimal("amount"),
                List.of(json.readValue(row.getString("taxes"), TaxLine[].class)),
                row.getString("currency"),
                row.getString("description"),
                lines(row.getString("note_lines")),
                source(row),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getString("issued_by"));
    }

    private List<CreditNote.Line> lines(@Nullable String text) {
        return text == null ? List.of() : List.of(json.readValue(text, CreditNote.Line[].class));
    }

    private static CreditNote.@Nullable Source source(ResultSet row) throws SQLException {
        var type = row.getString("source_type");
        return type == null ? null : new CreditNote.Source(type, row.getString("source_ref"));
    }
}
