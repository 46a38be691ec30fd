package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.GcrNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a change manager should know before going on with a GCR; none of it forbids anything. */
public interface Warnings {

    /** Why to look twice. */
    enum Code {
        /** Another GCR works on the same network element at the same time. */
        ELEMENT_BUSY,
        /** A service that is to be hit is down already. */
        OPEN_OUTAGE_TICKET,
        /** A customer's diverse services would be hit together. */
        DIVERSITY_AT_RISK
    }

    /** Each names what it is about and leaves the rest out. */
    record Warning(
            String code,
            @Nullable String windowId,
            @Nullable String networkElement,
            @Nullable String otherGcrNumber,
            @Nullable String serviceId,
            @Nullable String circuitId,
            @Nullable String ticketNumber,
            @Nullable String conflictId,
            @Nullable String enterpriseId) {}

    /** The first hundred, in the order of the codes. */
    List<Warning> of(GcrNumber gcr);
}
