package io.controlcenter.billing.rating;

import io.controlcenter.billing.domain.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What billing reads of {@code order.accepted.v1}. */
record AcceptedOrder(String orderNumber, String accountId, Instant acceptedAt, String outcome, List<Item> items) {

    record Item(
            String itemId,
            String serviceId,
            @Nullable String circuitId,
            String productCode,
            String productName,
            @Nullable String zLocation,
            List<Charge> charges,
            LocalDate commencementDate,
            @Nullable Integer termMonths) {}

    /** @param type RECURRING or ONE_TIME */
    record Charge(String chargeId, Type type, String description, Money amount) {

        enum Type {
            RECURRING,
            ONE_TIME
        }
    }
}
