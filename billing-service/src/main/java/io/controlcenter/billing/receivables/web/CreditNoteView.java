package io.controlcenter.billing.receivables.web;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.receivables.domain.CreditNote;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A credit note; it never changes. */
@Schema(name = "CreditNote")
record CreditNoteView(
        @Schema(example = "CN-2026-000001") String creditNoteNumber,
        String href,
        String enterpriseId,
        String accountId,

        @Nullable @Schema(description = "What it corrects; absent for a credit to the account")
        String invoiceNumber,

        CreditNote.Reason reason,
        Money amount,
        String description,

        @Schema(description = "Lines of the invoice; none for a credit to the whole of it")
        List<CreditedLineView> lines,

        @Schema(description = "What it comes from, such as a billing request")
        CreditNote.@Nullable Source source,

        LocalDate issuedOn,
        Instant issuedAt,
        String issuedBy) {

    @Schema(name = "CreditedLine")
    record CreditedLineView(String lineId, Money amount) {}

    static CreditNoteView of(CreditNote note) {
        return new CreditNoteView(
                note.creditNoteNumber(),
                "/api/v1/credit-notes/" + note.creditNoteNumber(),
                note.enterpriseId(),
                note.accountId(),
                note.invoiceNumber(),
                note.reason(),
                Money.of(note.amount(), note.currency()),
                note.description(),
                note.lines().stream()
                        .map(line -> new CreditedLineView(line.lineId(), Money.of(line.amount(), note.currency())))
                        .toList(),
                note.source(),
                note.issuedOn(),
                note.issuedAt(),
                note.issuedBy());
    }
}
