package io.controlcenter.billing.requests.application;

import io.controlcenter.billing.requests.domain.BillingRequest;
import io.controlcenter.billing.requests.domain.RequestState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Told of what happens to requests, inside the transaction in which it happens. */
public interface RequestJournal {

    /** What happened, as the events name it. */
    enum What {
        RECEIVED("billing.request.received.v1"),
        ACKNOWLEDGED("billing.request.acknowledged.v1"),
        STATE_CHANGED("billing.request.state-changed.v1"),
        NOTE_ADDED("billing.request.note-added.v1"),
        SLA_AT_RISK("billing.request.sla-at-risk.v1"),
        SLA_BREACHED("billing.request.sla-breached.v1"),
        DISPUTE_OPENED("billing.dispute.opened.v1"),
        DISPUTE_RESOLVED("billing.dispute.resolved.v1");

        private final String type;

        What(String type) {
            this.type = type;
        }

        public String type() {
            return type;
        }
    }

    /**
     * @param from the state before; null when it did not change
     * @param disputed what is in dispute, and given back; null of anything but a dispute
     * @param text words for the reader
     */
    record Happened(
            What what,
            @Nullable RequestState from,
            DisputeLines.@Nullable Sums disputed,
            @Nullable String text,
            Instant at) {}

    void tell(BillingRequest request, Happened happened);
}
