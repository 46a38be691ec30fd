package io.controlcenter.billing.invoicing.domain;

import io.controlcenter.billing.proration.domain.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What an account is to be billed for a cycle.
 *
 * @param cycleDate the boundary at which it is billed
 * @param period the cycle that it is for, half-open
 */
public record InvoiceDraft(BillableAccount account, LocalDate cycleDate, Period period, List<DraftLine> lines) {

    /** Each line is rounded, then they are added: never the other way round (EN 16931, BR-CO-10). */
    public BigDecimal total() {
        return lines.stream().map(DraftLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The part of the total that lines of one type make up. */
    public BigDecimal total(LineType... types) {
        var wanted = List.of(types);
        return lines.stream()
                .filter(line -> wanted.contains(line.type()))
                .map(DraftLine::net)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
