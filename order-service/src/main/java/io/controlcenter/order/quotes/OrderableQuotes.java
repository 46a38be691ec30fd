package io.controlcenter.order.quotes;

import io.controlcenter.order.domain.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What ordering asks of quotes: an order that references an orderable quote takes its items and prices. */
public interface OrderableQuotes {

    /** What an order drafted from the quote takes over. Unknown is 404, not orderable or expired 409. */
    Quoted orderable(String quoteNumber);

    /**
     * The order that was drafted from the quote is submitted, inside this transaction: the quote is accepted by it. No
     * longer orderable, for instance expired or ordered already, is 409.
     */
    void accept(String quoteNumber, String orderNumber);

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
