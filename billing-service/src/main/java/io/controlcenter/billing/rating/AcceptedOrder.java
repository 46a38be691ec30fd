package io.controlcenter.billing.rating;

import io.controlcenter.billing.domain.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What billing reads of {@code order.accepted.v1}. */
record AcceptedOrder(String orderNumber, String accountId, Instant acceptedAt, String outcome, List<Item> items) {

    /** @param charges of a MODIFY the complete new set of the service's charges from the commencement date on */
    record Item(
            String itemId,
            String action,
            String serviceId,
            @Nullable String circuitId,
            String productCode,
            String productName,
            @Nullable Site site,
            @Nullable String zLocation,
            List<Charge> charges,
            LocalDate commencementDate,
            @Nullable Integer termMonths) {

        boolean isChange() {
            return action.equals("MODIFY");
        }

        List<Charge> charges(Charge.Type type) {
            return charges.stream().filter(charge -> charge.type() == type).toList();
        }
    }

    /** Where the service is, for taxes. */
    record Site(
            @Nullable String city,
            @Nullable String state,
            @Nullable String postalCode,
            @Nullable String country) {}

    /** @param type RECURRING or ONE_TIME */
    record Charge(String chargeId, Type type, String description, Money amount) {

        enum Type {
            RECURRING,
            ONE_TIME
        }
    }
}
