package io.controlcenter.order.catalogue;

import io.controlcenter.order.domain.Money;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Something that can be ordered.
 *
 * @param monthlyRecurring list price per month (MRC); nonRecurring once (NRC)
 * @param circuitPrefix how the circuit ids of this product begin
 */
public record ProductOffering(
        @Schema(example = "ETHERNET_1G") String code,
        String name,
        String family,
        String bandwidth,
        Money monthlyRecurring,
        Money nonRecurring,
        String circuitPrefix) {}
