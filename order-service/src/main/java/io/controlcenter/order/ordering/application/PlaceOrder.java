package io.controlcenter.order.ordering.application;

import io.controlcenter.order.ordering.domain.Contact;
import io.controlcenter.order.ordering.domain.RequestedDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The draft of an order, as asked for. */
public record PlaceOrder(
        String accountId,
        @Nullable String externalId,
        @Nullable RequestedDate requestedDate,
        @Nullable Contact contact,
        List<Item> items) {

    public record Item(
            String itemId, String productCode, @Nullable String siteId, int termMonths) {}
}
