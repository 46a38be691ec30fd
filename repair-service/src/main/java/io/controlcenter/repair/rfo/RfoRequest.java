package io.controlcenter.repair.rfo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer's request to be told why a service was out.
 *
 * @param contacts who gets the document
 * @param preparedBy who of the provider writes it
 * @param finding what the provider found; null until it is delivered
 */
record RfoRequest(
        String rfoNumber,
        String enterpriseId,
        String accountId,
        String ticketNumber,
        String serviceId,
        String circuitId,
        String reason,
        List<Recipient> contacts,
        RfoState state,
        Instant requestedAt,
        String requestedBy,
        @Nullable String preparedBy,
        @Nullable String declinedBecause,
        @Nullable Finding finding,
        @Nullable Instant deliveredAt,
        long version) {

    record Recipient(String name, String email, @Nullable String phone) {}

    /**
     * What the document says beyond the ticket's own facts.
     *
     * @param cause why the service failed, in full
     * @param restoration what was done
     * @param prevention what is done so that it does not happen again
     */
    record Finding(String summary, String cause, String restoration, List<String> prevention) {}

    RfoRequest prepared(String by) {
        return in(RfoState.IN_PREPARATION, by, null, null, null);
    }

    RfoRequest delivered(Finding found, Instant at) {
        return in(RfoState.DELIVERED, preparedBy, null, found, at);
    }

    RfoRequest declined(String because) {
        return in(RfoState.DECLINED, preparedBy, because, null, null);
    }

    private RfoRequest in(
            RfoState next,
            @Nullable String by,
            @Nullable String because,
            @Nullable Finding found,
            @Nullable Instant at) {
        return new RfoRequest(
                rfoNumber,
                enterpriseId,
                accountId,
                ticketNumber,
                serviceId,
                circuitId,
                reason,
                contacts,
                next,
                requestedAt,
                requestedBy,
                by,
                because,
                found,
                at,
                version + 1);
    }
}
