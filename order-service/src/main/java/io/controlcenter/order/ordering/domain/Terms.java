package io.controlcenter.order.ordering.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed about an order as a whole.
 *
 * @param externalId the customer's own reference
 * @param requestedDate the customer's desired due date; null only in a draft
 * @param customerCommitDate CCD: the date that the provider commits to; null until it does
 * @param contact the order contact; null only in a draft
 */
public record Terms(
        @Nullable String externalId,
        @Nullable RequestedDate requestedDate,
        @Nullable LocalDate customerCommitDate,
        @Nullable Contact contact) {

    Terms committedTo(LocalDate date) {
        return new Terms(externalId, requestedDate, date, contact);
    }
}
