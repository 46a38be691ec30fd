package io.controlcenter.billing.rating;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What billing reads of {@code order.disconnected.v1}. */
record DisconnectedOrder(String orderNumber, String accountId, Instant disconnectedAt, List<Item> items) {

    /** @param stopDate the first day that is not billed */
    record Item(String itemId, String serviceId, @Nullable Instant requestedAt, LocalDate stopDate) {}
}
