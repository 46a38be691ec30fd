package io.controlcenter.repair.ticketing.domain;

import static io.controlcenter.repair.ticketing.domain.TicketState.ACKNOWLEDGED;
import static io.controlcenter.repair.ticketing.domain.TicketState.ASSESSING_CANCELLATION;
import static io.controlcenter.repair.ticketing.domain.TicketState.ASSIGNED;
import static io.controlcenter.repair.ticketing.domain.TicketState.CANCELLED;
import static io.controlcenter.repair.ticketing.domain.TicketState.CLOSED;
import static io.controlcenter.repair.ticketing.domain.TicketState.IN_PROGRESS;
import static io.controlcenter.repair.ticketing.domain.TicketState.PENDING;
import static io.controlcenter.repair.ticketing.domain.TicketState.REOPENED;
import static io.controlcenter.repair.ticketing.domain.TicketState.RESOLVED;

import java.util.Optional;

/** What can be done with a ticket, and what becomes of it: the state machine of domain b.3. */
public enum Step {
    ASSIGN("give it a technician"),
    START_WORK("start work"),
    PEND("wait for the customer"),
    RESUME("resume work"),
    RESOLVE("resolve"),
    CLOSE("close"),
    REOPEN("reopen"),
    CANCEL("cancel"),
    CONFIRM_CANCELLATION("confirm the cancellation"),
    UNDERTAKE("test or call in help"),
    REPORT_WORK("tell of tests and help"),
    ESCALATE("escalate"),
    AMEND("change"),
    NOTE("add a note"),
    ATTACH("attach a file"),
    LINK("link it");

    private final String words;

    Step(String words) {
        this.words = words;
    }

    /** As a person says it. */
    public String words() {
        return words;
    }

    Optional<TicketState> from(TicketState state) {
        return switch (this) {
            case ASSIGN ->
                state.isTerminal() ? Optional.empty() : Optional.of(state == ACKNOWLEDGED ? ASSIGNED : state);
            case START_WORK -> to(IN_PROGRESS, state == ACKNOWLEDGED || state == ASSIGNED || state == REOPENED);
            case PEND -> to(PENDING, state == IN_PROGRESS);
            case RESUME -> to(IN_PROGRESS, state == PENDING);
            case RESOLVE -> to(RESOLVED, state == IN_PROGRESS);
            case CLOSE -> to(CLOSED, state == RESOLVED);
            case REOPEN -> to(REOPENED, state == RESOLVED);
            case CANCEL ->
                to(
                        ASSESSING_CANCELLATION,
                        state == ACKNOWLEDGED || state == ASSIGNED || state == IN_PROGRESS || state == PENDING);
            case CONFIRM_CANCELLATION -> to(CANCELLED, state == ASSESSING_CANCELLATION);
            case UNDERTAKE ->
                to(state, state == ASSIGNED || state == IN_PROGRESS || state == PENDING || state == REOPENED);
            case ESCALATE -> to(state, !state.isTerminal() && state != RESOLVED && state != ASSESSING_CANCELLATION);
            case AMEND, NOTE, REPORT_WORK, ATTACH, LINK -> to(state, !state.isTerminal());
        };
    }

    private static Optional<TicketState> to(TicketState next, boolean possible) {
        return possible ? Optional.of(next) : Optional.empty();
    }
}
