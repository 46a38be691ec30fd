package io.controlcenter.billing.invoicing.domain;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.proration.domain.Period;
import io.controlcenter.billing.taxes.domain.Tax;
import io.controlcenter.billing.taxes.domain.TaxLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * What an account is to be billed for a cycle.
 *
 * @param cycleDate the boundary at which it is billed
 * @param period the cycle that it is for, half-open
 * @param taxes of the whole invoice, once they were asked for
 */
public record InvoiceDraft(
        BillableAccount account, LocalDate cycleDate, Period period, List<DraftLine> lines, List<TaxLine> taxes) {

    /** The same with taxes: for each line those that apply to it. */
    public InvoiceDraft taxed(List<List<Tax>> byLine) {
        var taxedLines = new ArrayList<DraftLine>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            taxedLines.add(lines.get(i).taxed(byLine.get(i)));
        }
        var taxed = taxedLines.stream()
                .filter(this::isInCurrency)
                .map(line -> new TaxLine.Taxed(line.net(), line.taxes()))
                .toList();
        return new InvoiceDraft(
                account, cycleDate, period, taxedLines, TaxLine.of(taxed, Money.scale(account.currency())));
    }

    /** A line in another currency is in no sum: the invoice is held until that is put right. */
    private boolean isInCurrency(DraftLine line) {
        return line.currency().equals(account.currency());
    }

    /** Each line is rounded, then they are added: never the other way round (EN 16931, BR-CO-10). */
    public BigDecimal total() {
        return sum(line -> true);
    }

    /** The part of the total that lines of some types make up. */
    public BigDecimal total(LineType... types) {
        var wanted = EnumSet.copyOf(List.of(types));
        return sum(line -> wanted.contains(line.type()));
    }

    private BigDecimal sum(Predicate<DraftLine> which) {
        var sum = BigDecimal.ZERO;
        for (var line : lines) {
            if (isInCurrency(line) && which.test(line)) {
                sum = sum.add(line.net());
            }
        }
        return sum;
    }

    /** All taxes, fees and surcharges. */
    public BigDecimal tax() {
        var sum = BigDecimal.ZERO;
        for (var tax : taxes) {
            sum = sum.add(tax.amount());
        }
        return sum;
    }

    /** With taxes (EN 16931, BR-CO-15). */
    public BigDecimal amountDue() {
        return total().add(tax());
    }
}
