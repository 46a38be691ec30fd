package io.controlcenter.billing.documents;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.proration.domain.Period;
import io.controlcenter.billing.receivables.domain.CreditNote;
import io.controlcenter.billing.taxes.domain.TaxLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a document says of a credit note.
 *
 * @param invoice what it corrects; null for a credit to the account
 */
record CreditNoteFacts(
        CreditNote note, ReadingInvoices.@Nullable Head invoice, List<Line> lines, InvoiceFacts.Buyer buyer) {

    /**
     * What is given back; positive.
     *
     * @param number of the line of the invoice, or 1
     * @param service whose line it was, or null
     * @param coverage of that line, or null
     */
    public record Line(
            int number,
            String description,
            ReadingInvoices.@Nullable Service service,
            @Nullable Period coverage,
            BigDecimal net,
            List<Long> taxRuleIds) {

        private static Line of(ReadingInvoices.Line line, BigDecimal net) {
            return new Line(
                    line.number(),
                    line.description(),
                    line.provenance().service(),
                    line.coverage(),
                    net,
                    line.taxRuleIds());
        }
    }

    /** Those that it names, or all of an invoice that was withdrawn; without an invoice the note is its own line. */
    static List<Line> lines(CreditNote note, List<ReadingInvoices.Line> invoiced) {
        var source = note.source();
        if (source != null && source.type().equals("WITHDRAWAL")) {
            return invoiced.stream()
                    .map(line -> Line.of(line, line.netAmount().amount()))
                    .toList();
        }
        if (note.lines().isEmpty()) {
            return List.of(new Line(1, note.description(), null, null, amount(note.net(), note), List.of()));
        }
        var byNumber = invoiced.stream().collect(toMap(ReadingInvoices.Line::number, Function.identity()));
        return note.lines().stream()
                .map(line -> Line.of(requireNonNull(byNumber.get(line.number())), amount(line.amount(), note)))
                .toList();
    }

    List<TaxLine> taxes() {
        return note.taxes().stream()
                .map(line -> new TaxLine(line.tax(), amount(line.taxable(), note), amount(line.amount(), note)))
                .toList();
    }

    /** With the places of the currency, and no more (BR-DEC-23). */
    private static BigDecimal amount(BigDecimal amount, CreditNote note) {
        return Money.of(amount, note.currency()).amount();
    }

    List<UblTaxes.Supplied> supplied() {
        return lines.stream()
                .map(line -> new UblTaxes.Supplied(line.net(), line.taxRuleIds()))
                .toList();
    }
}
