package io.controlcenter.billing.receivables.web;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.receivables.domain.CreditNote;
import io.controlcenter.billing.receivables.domain.FundUse;
import io.controlcenter.billing.taxes.domain.TaxLine;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        @Schema(description = "With taxes") Money amount,

        @Schema(description = "Without taxes") Money netAmount,

        Money taxAmount,

        @Schema(
                description =
                        "What is given back of the taxes of the invoice, at the rates they were billed with; none of a credit to the account, which is outside the scope of taxes")
        List<CreditedTaxView> taxLines,

        String description,

        @Schema(description = "Lines of the invoice; none when all of it was withdrawn, or for a credit to the account")
        List<CreditedLineView> lines,

        @Schema(description = "The invoices that it settles")
        List<CreditApplicationView> appliedTo,

        @Schema(description = "Left for what is billed next")
        Money unapplied,

        @Schema(description = "What it comes from, such as a billing request")
        CreditNote.@Nullable Source source,

        LocalDate issuedOn,
        Instant issuedAt,
        String issuedBy) {

    @Schema(name = "CreditedLine")
    record CreditedLineView(
            String lineId,
            @Schema(description = "Without taxes") Money amount) {}

    @Schema(name = "CreditApplication")
    record CreditApplicationView(String invoiceNumber, Money amount) {}

    @Schema(name = "CreditedTax")
    record CreditedTaxView(
            @Schema(description = "As on the invoice") long taxRuleId,
            String code,
            String name,
            BigDecimal percent,
            Money taxableAmount,
            Money amount) {

        static CreditedTaxView of(TaxLine line, String currency) {
            var tax = line.tax();
            return new CreditedTaxView(
                    tax.id(),
                    tax.code(),
                    tax.name(),
                    tax.percent(),
                    Money.of(line.taxable(), currency),
                    Money.of(line.amount(), currency));
        }
    }

    /** @param uses what became of credit notes */
    static CreditNoteView of(CreditNote note, Map<String, FundUse> uses) {
        var use = Objects.requireNonNull(uses.get(note.creditNoteNumber()));
        return new CreditNoteView(
                note.creditNoteNumber(),
                "/api/v1/credit-notes/" + note.creditNoteNumber(),
                note.enterpriseId(),
                note.accountId(),
                note.invoiceNumber(),
                note.reason(),
                Money.of(note.amount(), note.currency()),
                Money.of(note.net(), note.currency()),
                Money.of(note.tax(), note.currency()),
                note.taxes().stream()
                        .map(line -> CreditedTaxView.of(line, note.currency()))
                        .toList(),
                note.description(),
                note.lines().stream()
                        .map(line -> new CreditedLineView(line.lineId(), Money.of(line.amount(), note.currency())))
                        .toList(),
                use.applied().stream()
                        .map(part -> new CreditApplicationView(
                                part.invoiceNumber(), Money.of(part.amount(), note.currency())))
                        .toList(),
                Money.of(use.unapplied(), note.currency()),
                note.source(),
                note.issuedOn(),
                note.issuedAt(),
                note.issuedBy());
    }
}
