package io.controlcenter.order.quotes;

import io.controlcenter.order.domain.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What ordering asks of quotes: an order that references an orderable quote takes its items and prices. */
public interface OrderableQuotes {

    /**
     * Takes the quote for an order, inside the transaction that drafts it: the quote is accepted by it. Unknown is 404,
     * not orderable or expired 409.
     */
    Quoted accept(String quoteNumber, String orderNumber);

    record Quoted(String quoteNumber, String accountId, List<QuotedItem> items) {}

    /**
     * @param action ADD, MODIFY or DELETE
     * @param serviceId the installed service of a MODIFY or DELETE, else null
     */
    record QuotedItem(
            String itemId,
            String action,
            String productCode,
            @Nullable String siteId,
            @Nullable String serviceId,
            int termMonths,
            Money monthlyRecurring,
            Money nonRecurring) {}
}
