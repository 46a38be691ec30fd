package io.controlcenter.billing.requests.application;

import io.controlcenter.billing.requests.domain.BillingRequest;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.time.Instant;

/** What was said about requests and what happened to them; only ever added to. */
public interface RequestLog {

    /** STATE, COORDINATOR, DECISION, OBJECTION, NOTE, ATTACHMENT or CLOCK. */
    enum Kind {
        STATE,
        COORDINATOR,
        DECISION,
        OBJECTION,
        NOTE,
        ATTACHMENT,
        CLOCK
    }

    /** @param internal among the provider's people, never shown to the customer */
    record Entry(long id, Instant at, Kind kind, String text, String actor, String source, boolean internal) {}

    Entry add(BillingRequest request, Kind kind, String text, Person by, boolean internal);

    /** @param withInternal for the provider's people */
    Page<Entry> list(String requestNumber, boolean withInternal, ListRequest request);
}
