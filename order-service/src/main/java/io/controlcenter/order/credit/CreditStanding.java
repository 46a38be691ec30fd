package io.controlcenter.order.credit;

import io.controlcenter.order.domain.Money;
import org.jspecify.annotations.Nullable;

/** What ordering asks of credit: an order that needs it is not acknowledged until it is approved (handbook S13). */
public interface CreditStanding {

    /**
     * Asked inside a transaction that sees the enterprise's rows.
     *
     * @param monthlyRecurring what the order would add to the account's bill each month
     */
    Standing of(String enterpriseId, String accountId, Money monthlyRecurring);

    /** @param applicationNumber the application that the answer rests on or waits for; null when there is none */
    record Standing(
            boolean needed,
            boolean approved,
            boolean declined,
            @Nullable String applicationNumber) {

        public static final Standing NOT_NEEDED = new Standing(false, false, false, null);

        /** Whether nothing stands in the way of the acknowledgement. */
        public boolean allows() {
            return !needed || approved;
        }
    }
}
