package io.controlcenter.order.inventory;

import io.controlcenter.order.domain.Money;
import java.time.LocalDate;

/**
 * A service that is installed at the customer.
 *
 * @param state INSTALLED
 * @param orderNumber the order that installed it
 * @param monthlyRecurring price per month
 * @param commencementDate start of contract, term and billing
 */
public record InstalledService(
        String serviceId,
        String enterpriseId,
        String accountId,
        String state,
        String circuitId,
        String productCode,
        String productName,
        String bandwidth,
        String siteId,
        String orderNumber,
        Money monthlyRecurring,
        LocalDate commencementDate,
        int termMonths) {}
