package io.controlcenter.order.ordering.web;

import io.controlcenter.order.ordering.domain.Charge;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;

/**
 * How much time is left to answer a charge.
 *
 * @param running false once it was answered, withdrawn or lapsed
 * @param remaining zero when it is over
 */
@Schema(name = "OrderChargeClock")
record ChargeClock(
        boolean running,
        Instant dueAt,

        @Schema(description = "ISO 8601 duration", type = "string", example = "PT71H30M")
        Duration remaining,

        @Schema(description = "Share of the time that has passed, in per cent")
        int elapsedPercent) {

    static ChargeClock of(Charge charge, Instant now) {
        var left = Duration.between(now, charge.responseDueAt());
        var remaining = left.isNegative() || !charge.isOpen() ? Duration.ZERO : left;
        return new ChargeClock(charge.isOpen(), charge.responseDueAt(), remaining, charge.elapsedPercent(now));
    }
}
