package io.controlcenter.order.catalogue;

import io.controlcenter.order.domain.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be ordered.
 *
 * @param monthlyRecurring list price per month (MRC) today; nonRecurring once (NRC)
 * @param circuitPrefix how the circuit ids of this product begin
 * @param effectiveFrom first day on which it is offered
 * @param effectiveUntil last day on which it is offered; null without an end
 * @param acceptanceWindowDays business days after the connection notice until it counts as accepted (domain b.2)
 */
public record ProductOffering(
        @Schema(example = "ETHERNET_1G") String code,
        String name,
        String description,
        String family,
        String bandwidth,
        Money monthlyRecurring,
        Money nonRecurring,
        String circuitPrefix,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        int acceptanceWindowDays) {

    /** Whether it can be ordered on this day. */
    public boolean offeredOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveUntil == null || !day.isAfter(effectiveUntil));
    }
}
