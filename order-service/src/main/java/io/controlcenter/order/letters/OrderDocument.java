package io.controlcenter.order.letters;

import io.controlcenter.order.domain.Money;
import io.controlcenter.order.ordering.domain.CareManager;
import io.controlcenter.order.ordering.domain.Contact;
import io.controlcenter.order.ordering.domain.RequestedDate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was issued, in full. Absent is what its kind does not have.
 *
 * @param zone in which its dates are read
 * @param acceptBy only in a connection notice: without an answer by the end of this day the services count as accepted
 */
@Schema(name = "OrderDocument")
record OrderDocument(
        UUID documentId,
        int version,
        String orderNumber,
        Instant issuedAt,
        @Nullable ZoneId zone,
        String accountId,
        @Nullable String accountName,
        @Nullable String externalId,
        @Nullable LetterheadSettings provider,
        @Nullable CareManager customerCareManager,
        @Nullable Contact contact,
        @Nullable RequestedDate requestedDate,
        @Nullable LocalDate customerCommitDate,
        @Nullable LocalDate acceptBy,
        List<Line> items,
        @Nullable Money monthlyTotal,
        @Nullable Money onceTotal) {

    enum Kind {
        ACKNOWLEDGEMENT("acknowledgement"),
        CONNECTION_NOTICE("connection-notice");

        private final String path;

        Kind(String path) {
            this.path = path;
        }

        /** The last part of its address, and the name of its template. */
        String path() {
            return path;
        }
    }

    @Schema(name = "OrderDocumentLine")
    record Line(
            String itemId,
            String action,
            String product,
            @Nullable String site,
            int termMonths,
            @Nullable String serviceId,
            Money monthlyRecurring,
            Money nonRecurring,

            @Schema(description = "When this item in particular is wanted; absent while the order's date holds")
            @Nullable
            RequestedDate requestedDate,

            @Schema(description = "When it is expected, as known on the day of the letter") @Nullable
            LocalDate expectedCompletionDate) {}
}
