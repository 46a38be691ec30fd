package io.controlcenter.billing.receivables.domain;

import io.controlcenter.billing.invoicing.domain.LineNumber;
import io.controlcenter.billing.taxes.domain.TaxLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An amount given back, in a document of its own that never changes.
 *
 * @param invoiceNumber what it corrects; null for a credit to the account
 * @param amount with taxes
 * @param taxes of the lines, or of the whole invoice; none of a credit to the account, which corrects no supply
 * @param lines of the invoice; none when it takes the whole of it back or is for the account
 * @param source what it comes from, such as the billing request; null when staff gave it
 * @param issuedOn where the account is
 */
public record CreditNote(
        String creditNoteNumber,
        String enterpriseId,
        String accountId,
        @Nullable String invoiceNumber,
        Reason reason,
        BigDecimal amount,
        List<TaxLine> taxes,
        String currency,
        String description,
        List<Line> lines,
        @Nullable Source source,
        LocalDate issuedOn,
        Instant issuedAt,
        String issuedBy) {

    public enum Reason {
        DISPUTE,
        DISCONNECT,
        OUTAGE,
        GOODWILL,
        CORRECTION
    }

    public BigDecimal tax() {
        return CreditedTaxes.sum(taxes);
    }

    /** Without taxes. */
    public BigDecimal net() {
        return amount.subtract(tax());
    }

    /**
     * @param lineId position on the invoice
     * @param amount without taxes
     */
    public record Line(String lineId, BigDecimal amount) {

        /** 0 when its id is no number. */
        public int number() {
            return LineNumber.of(lineId);
        }
    }

    /** @param type BILLING_REQUEST, WITHDRAWAL */
    public record Source(String type, String reference) {}
}
