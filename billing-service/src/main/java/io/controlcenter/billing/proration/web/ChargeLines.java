package io.controlcenter.billing.proration.web;

import io.controlcenter.billing.domain.Money;
import io.controlcenter.billing.proration.domain.Period;
import io.controlcenter.billing.proration.domain.ProratedLine;
import io.controlcenter.billing.proration.domain.Proration;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;

/**
 * The answer: lines and their sum.
 *
 * @param total of the lines as they are rounded
 */
@Schema(name = "ChargeLines")
record ChargeLines(List<Line> lines, Money total) {

    @Schema(name = "ChargeLine")
    record Line(
            @Schema(description = "RECURRING for a whole cycle, PARTIAL for a part, CREDIT for what is given back")
            ProratedLine.Type type,

            @Schema(description = "Half-open: the end is the first day that the line does not cover")
            Period coverage,

            Money netAmount,
            Proration proration) {}

    static ChargeLines of(List<ProratedLine> lines, String currency) {
        var total = lines.stream().map(ProratedLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new ChargeLines(
                lines.stream()
                        .map(line -> new Line(
                                line.type(), line.coverage(), Money.of(line.net(), currency), line.proration()))
                        .toList(),
                Money.of(total, currency));
    }
}
