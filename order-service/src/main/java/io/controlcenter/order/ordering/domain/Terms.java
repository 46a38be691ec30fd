package io.controlcenter.order.ordering.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed about an order as a whole.
 *
 * @param externalId the customer's own reference
 * @param requestedDate the customer's desired due date; null only in a draft
 * @param customerCommitDate CCD: the date that the provider commits to; null until it does
 * @param focDate the firm order confirmation of an off-net carrier; null without one
 * @param contact the order contact; null only in a draft
 */
public record Terms(
        @Nullable String externalId,
        @Nullable RequestedDate requestedDate,
        @Nullable LocalDate customerCommitDate,
        @Nullable LocalDate focDate,
        @Nullable Contact contact) {

    Terms committedTo(LocalDate date) {
        return new Terms(externalId, requestedDate, date, focDate, contact);
    }

    Terms confirmedFor(LocalDate foc) {
        return new Terms(externalId, requestedDate, customerCommitDate, foc, contact);
    }

    Terms wanting(RequestedDate date) {
        return new Terms(externalId, date, customerCommitDate, focDate, contact);
    }
}
