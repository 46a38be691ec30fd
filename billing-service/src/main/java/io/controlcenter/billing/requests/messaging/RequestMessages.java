package io.controlcenter.billing.requests.messaging;

import io.controlcenter.billing.domain.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The data of the events on {@code billing.request.v1}, as {@code contracts/events/published} describes them. */
interface RequestMessages {

    /**
     * Of every event about a request.
     *
     * @param from the state before; null when it did not change
     * @param disputedAmount with taxes, as the invoice withholds it; null of anything but a dispute
     * @param disputedNetAmount the same of the lines, without taxes
     * @param creditAmount with taxes, as the credit note says; null when nothing is given back
     * @param creditNetAmount the same of the lines, without taxes
     * @param text what was said or decided; null when there is nothing to say
     */
    record RequestTold(
            String requestNumber,
            String accountId,
            String type,
            String subtype,
            String channel,
            @Nullable String invoiceNumber,
            String state,
            String displayStatus,
            @Nullable String from,
            Instant ackDueAt,
            @Nullable CoordinatorTold coordinator,
            ContactTold contact,
            @Nullable Money disputedAmount,
            @Nullable Money disputedNetAmount,
            @Nullable Money creditAmount,
            @Nullable Money creditNetAmount,
            @Nullable String outcome,
            @Nullable String text,
            Instant at) {}

    record CoordinatorTold(
            String userId, String name, @Nullable String phone, String email) {}

    record ContactTold(String name, String email, @Nullable String phone) {}
}
