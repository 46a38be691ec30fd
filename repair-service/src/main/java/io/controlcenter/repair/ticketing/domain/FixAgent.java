package io.controlcenter.repair.ticketing.domain;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who helps to repair: never instead of the accountable technician (handbook S35, S36).
 *
 * @param vendorTicket the number at an external vendor
 * @param dispatchFrom when somebody comes to the site, if somebody does
 */
public record FixAgent(
        UUID agentId,
        Kind kind,
        String name,
        @Nullable String vendorTicket,
        @Nullable Instant dispatchFrom,
        @Nullable Instant dispatchUntil,
        State state) {

    public enum Kind {
        FIELD_TECHNICIAN,
        INTERNAL_TECHNICIAN,
        EXTERNAL_VENDOR
    }

    public enum State {
        REQUESTED,
        ACCEPTED,
        EN_ROUTE,
        ON_SITE,
        DONE,
        CANCELLED,
        NO_ACCESS
    }

    /** Whether somebody comes to the customer's site. */
    boolean isDispatched() {
        return kind == Kind.FIELD_TECHNICIAN || dispatchFrom != null;
    }

    /** What may come next; who comes to no site can finish without travelling. */
    public Set<State> next() {
        return switch (state) {
            case REQUESTED -> EnumSet.of(State.ACCEPTED, State.CANCELLED);
            case ACCEPTED ->
                isDispatched() ? EnumSet.of(State.EN_ROUTE, State.CANCELLED) : EnumSet.of(State.DONE, State.CANCELLED);
            case EN_ROUTE -> EnumSet.of(State.ON_SITE, State.NO_ACCESS, State.CANCELLED);
            case ON_SITE -> EnumSet.of(State.DONE, State.NO_ACCESS);
            case DONE, CANCELLED, NO_ACCESS -> EnumSet.noneOf(State.class);
        };
    }

    FixAgent in(State to, @Nullable String vendorNumber) {
        return new FixAgent(
                agentId,
                kind,
                name,
                vendorNumber == null ? vendorTicket : vendorNumber,
                dispatchFrom,
                dispatchUntil,
                to);
    }
}
