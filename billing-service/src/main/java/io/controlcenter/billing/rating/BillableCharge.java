package io.controlcenter.billing.rating;

import io.controlcenter.billing.domain.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What billing reads of {@code order.charge.billable.v1}: charges that the customer approved, and that are due now. */
record BillableCharge(
        String orderNumber,
        String accountId,
        String chargeId,
        @Nullable String itemId,
        @Nullable String serviceId,
        String cause,
        List<Item> items,
        @Nullable Approver answeredBy,
        Instant at,
        LocalDate chargeDate) {

    /** Only NON_RECURRING ones are billed here: a recurring one is in the acceptance of its service. */
    record Item(String chargeItemId, String priceType, String description, Money amount) {}

    record Approver(@Nullable String userId, @Nullable String name) {}
}
