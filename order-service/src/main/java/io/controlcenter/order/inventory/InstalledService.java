package io.controlcenter.order.inventory;

import io.controlcenter.order.domain.EndOfTerm;
import io.controlcenter.order.domain.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service that is or was installed at the customer.
 *
 * @param orderNumber the order that installed it, or that last changed it
 * @param pendingOrderNumber the order under way that changes or disconnects it
 * @param monthlyRecurring price per month, all recurring charges together
 * @param charges what is charged for it, the complete set
 * @param commencementDate start of contract, term and billing
 * @param termEndsOn last day of the present term
 * @param stopDate first day that is not billed any more
 */
public record InstalledService(
        String serviceId,
        String enterpriseId,
        String accountId,
        State state,
        String circuitId,
        String productCode,
        String productName,
        String bandwidth,
        String siteId,
        String orderNumber,
        @Nullable String pendingOrderNumber,
        Money monthlyRecurring,
        List<Charge> charges,
        LocalDate commencementDate,
        int termMonths,
        EndOfTerm endOfTerm,
        LocalDate termEndsOn,
        @Nullable LocalDate stopDate) {

    public enum State {
        INSTALLED,
        /** An order that changes it is under way. */
        PENDING_CHANGE,
        /** An order that disconnects it is under way, or its stop date lies ahead. */
        PENDING_DISCONNECT,
        DISCONNECTED
    }

    @Schema(name = "ServiceCharge")
    public record Charge(
            String chargeId,

            @Schema(description = "RECURRING (per month) or ONE_TIME")
            String type,

            String description,
            Money amount) {}

    /** As it is when it commences: installed, with nothing under way. */
    public static InstalledService commencing(
            String serviceId,
            String enterpriseId,
            String accountId,
            String circuitId,
            String productCode,
            String productName,
            String bandwidth,
            String siteId,
            String orderNumber,
            Money monthlyRecurring,
            List<Charge> charges,
            LocalDate commencementDate,
            int termMonths,
            EndOfTerm endOfTerm) {
        return new InstalledService(
                serviceId,
                enterpriseId,
                accountId,
                State.INSTALLED,
                circuitId,
                productCode,
                productName,
                bandwidth,
                siteId,
                orderNumber,
                null,
                monthlyRecurring,
                charges,
                commencementDate,
                termMonths,
                endOfTerm,
                lastDay(commencementDate, termMonths),
                null);
    }

    static LocalDate lastDay(LocalDate commencementDate, int termMonths) {
        return commencementDate.plusMonths(termMonths).minusDays(1);
    }
}
