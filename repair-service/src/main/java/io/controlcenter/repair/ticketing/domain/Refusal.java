package io.controlcenter.repair.ticketing.domain;

import java.time.Duration;
import java.util.UUID;

/** Why a ticket does not do what was asked of it now. */
public sealed interface Refusal {

    record NotInThisState(Step step, TicketState state) implements Refusal {}

    /** Work cannot start before somebody answers for the ticket. */
    record TechnicianMissing() implements Refusal {}

    /** @param pointer JSON Pointer to the words that are needed */
    record WordsMissing(String pointer) implements Refusal {}

    record IntrusiveTestNotAuthorised(Authorisations authorised) implements Refusal {}

    record TestFinishedAlready() implements Refusal {}

    record DispatchNotAuthorised() implements Refusal {}

    record LocalContactMissing() implements Refusal {}

    record FixAgentNotInThisState(FixAgent agent, FixAgent.State to) implements Refusal {}

    /** @param what it would be, in words */
    record NoSuchEffort(String what, UUID id) implements Refusal {}

    /** @param rest after which it is possible */
    record EscalatedTooSoon(Duration rest) implements Refusal {}

    record NotTheNextLevel(int asked, int next) implements Refusal {}

    record AtHighestLevel(int level) implements Refusal {}

    /** Somebody else answers for it already; a hand-over needs that person or operations. */
    record ClaimedAlready(Technician by) implements Refusal {}
}
