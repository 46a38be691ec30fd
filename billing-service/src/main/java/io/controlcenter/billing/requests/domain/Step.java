package io.controlcenter.billing.requests.domain;

import static io.controlcenter.billing.requests.domain.RequestState.ACKNOWLEDGED;
import static io.controlcenter.billing.requests.domain.RequestState.CLOSED;
import static io.controlcenter.billing.requests.domain.RequestState.CLOSE_REQUESTED;
import static io.controlcenter.billing.requests.domain.RequestState.PENDING_CUSTOMER;
import static io.controlcenter.billing.requests.domain.RequestState.PROCESSING;
import static io.controlcenter.billing.requests.domain.RequestState.RECEIVED;
import static io.controlcenter.billing.requests.domain.RequestState.RESEARCHING;
import static io.controlcenter.billing.requests.domain.RequestState.RESOLVED;

import java.util.Optional;

/** What can be done with a billing request, and what becomes of it: the state machine of domain b.5. */
public enum Step {
    ACKNOWLEDGE("acknowledge"),
    ASSIGN("give it a coordinator"),
    RESEARCH("investigate"),
    PEND("ask the customer"),
    ANSWER("answer the question"),
    RESOLVE("decide"),
    ACCEPT("accept the decision"),
    OBJECT("object to the decision"),
    REQUEST_CLOSE("ask to close"),
    CLOSE("close as asked"),
    FALL_SILENT("close after silence"),
    NOTE("add to it");

    private final String words;

    Step(String words) {
        this.words = words;
    }

    /** As a person says it. */
    public String words() {
        return words;
    }

    Optional<RequestState> from(RequestState state) {
        return switch (this) {
            case ACKNOWLEDGE -> to(ACKNOWLEDGED, state == RECEIVED);
            case ASSIGN -> assigned(state);
            case RESEARCH -> to(RESEARCHING, state == PROCESSING);
            case PEND -> to(PENDING_CUSTOMER, state == RESEARCHING);
            case ANSWER -> to(RESEARCHING, state == PENDING_CUSTOMER);
            case RESOLVE -> to(RESOLVED, state == RESEARCHING);
            case ACCEPT -> to(CLOSED, state == RESOLVED);
            case OBJECT -> to(RESEARCHING, state == RESOLVED);
            case REQUEST_CLOSE ->
                to(
                        CLOSE_REQUESTED,
                        state == RECEIVED || state == ACKNOWLEDGED || state == PROCESSING || state == RESEARCHING);
            case CLOSE -> to(CLOSED, state == CLOSE_REQUESTED);
            case FALL_SILENT -> to(CLOSED, state == PENDING_CUSTOMER || state == RESOLVED);
            case NOTE -> to(state, state != CLOSED);
        };
    }

    /** The first one starts the work; later ones take over. */
    private static Optional<RequestState> assigned(RequestState state) {
        return switch (state) {
            case ACKNOWLEDGED -> Optional.of(PROCESSING);
            case PROCESSING, RESEARCHING, PENDING_CUSTOMER, RESOLVED, CLOSE_REQUESTED -> Optional.of(state);
            case RECEIVED, CLOSED -> Optional.empty();
        };
    }

    private static Optional<RequestState> to(RequestState next, boolean possible) {
        return possible ? Optional.of(next) : Optional.empty();
    }
}
