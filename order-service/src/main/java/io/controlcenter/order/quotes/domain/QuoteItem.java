package io.controlcenter.order.quotes.domain;

import io.controlcenter.order.domain.Money;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is asked for, and what is offered.
 *
 * @param itemId given by the buyer, unique in the quote
 * @param siteId where; null only for a DELETE
 * @param serviceId the installed service of a MODIFY or DELETE, else null
 * @param asked what the buyer wants
 * @param offer what the seller gives; null until there is one
 * @param unableReason why it cannot be provided; null while it can
 */
public record QuoteItem(
        String itemId,
        Action action,
        String productCode,
        String productName,
        @Nullable String siteId,
        @Nullable String serviceId,
        Asked asked,
        @Nullable Offer offer,
        @Nullable String unableReason) {

    public enum Action {
        ADD,
        MODIFY,
        DELETE
    }

    /** @param installInterval null when any will do */
    public record Asked(int termMonths, @Nullable InstallInterval installInterval) {}

    /**
     * @param monthlyRecurring price per month (MRC)
     * @param nonRecurring price once (NRC)
     * @param installInterval null when it is agreed with the order
     */
    public record Offer(
            int termMonths,
            Money monthlyRecurring,
            Money nonRecurring,
            @Nullable InstallInterval installInterval) {}

    /** Whether the offer has a longer term or interval than was asked for. */
    public boolean alternate() {
        return offer != null
                && (offer.termMonths() > asked.termMonths()
                        || isLonger(offer.installInterval(), asked.installInterval()));
    }

    private static boolean isLonger(@Nullable InstallInterval offered, @Nullable InstallInterval wanted) {
        return wanted != null && offered != null && offered.approximateDays() > wanted.approximateDays();
    }

    QuoteItem offering(Offer to) {
        return new QuoteItem(itemId, action, productCode, productName, siteId, serviceId, asked, to, null);
    }

    QuoteItem unable(String reason) {
        return new QuoteItem(itemId, action, productCode, productName, siteId, serviceId, asked, null, reason);
    }
}
