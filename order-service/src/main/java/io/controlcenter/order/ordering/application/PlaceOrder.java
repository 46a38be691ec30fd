package io.controlcenter.order.ordering.application;

import io.controlcenter.order.domain.EndOfTerm;
import io.controlcenter.order.ordering.domain.Contact;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.ordering.domain.RequestedDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The draft of an order, as asked for.
 *
 * @param quoteNumber the quote whose items and prices are ordered; then there are no items here
 */
public record PlaceOrder(
        String accountId,
        @Nullable String quoteNumber,
        @Nullable String externalId,
        @Nullable RequestedDate requestedDate,
        @Nullable Contact contact,
        List<Item> items) {

    /**
     * @param productCode null for a DELETE, and for a MODIFY that keeps the product
     * @param serviceId the installed service of a MODIFY or DELETE
     * @param termMonths null for a DELETE, and for a MODIFY that keeps the term
     */
    public record Item(
            String itemId,
            OrderItem.Action action,
            @Nullable String productCode,
            @Nullable String siteId,
            @Nullable String serviceId,
            @Nullable Integer termMonths,
            EndOfTerm endOfTerm,
            OrderItem.Contacts contacts) {}
}
