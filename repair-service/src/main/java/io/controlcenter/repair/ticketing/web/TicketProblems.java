package io.controlcenter.repair.ticketing.web;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.repair.ticketing.application.Decision;
import io.controlcenter.repair.ticketing.domain.Authorisations;
import io.controlcenter.repair.ticketing.domain.Refusal;
import io.controlcenter.repair.ticketing.domain.TicketSnapshot;

/** The one place where a ticket's refusal becomes HTTP. */
public final class TicketProblems {

    private TicketProblems() {}

    /** The ticket of a decision that was made; a refusal is thrown. */
    public static TicketSnapshot require(Decision decision) {
        return switch (decision) {
            case Decision.Made(var ticket) -> ticket;
            case Decision.Refused(var why) -> throw of(why);
        };
    }

    private static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotInThisState(var step, var state) ->
                Problem.conflict(
                                "ticket-not-in-this-state",
                                "Not possible with a ticket that is %s: %s.".formatted(state.wire(), step.words()))
                        .with("state", state.wire())
                        .with("possible", state.possible());
            case Refusal.TechnicianMissing() ->
                Problem.conflict(
                        "technician-missing", "Somebody has to answer for the ticket first; give it a technician.");
            case Refusal.WordsMissing(var pointer) ->
                Problem.unprocessable(Violation.missing(pointer, "This is needed here."));
            case Refusal.IntrusiveTestNotAuthorised(var authorised) -> intrusiveTest(authorised);
            case Refusal.TestFinishedAlready() ->
                Problem.conflict("test-finished-already", "The test has its result, which stays.");
            case Refusal.DispatchNotAuthorised() ->
                Problem.conflict("dispatch-not-authorised", "The customer did not authorise sending anybody.");
            case Refusal.LocalContactMissing() ->
                Problem.unprocessable(
                        "local-contact-missing",
                        "Nobody is named who lets people in; the ticket needs a LOCAL contact.");
            case Refusal.FixAgentNotInThisState(var agent, var to) ->
                Problem.conflict(
                                "fix-agent-not-in-this-state",
                                "%s is %s and cannot become %s.".formatted(agent.name(), agent.state(), to))
                        .with("state", agent.state())
                        .with("possible", agent.next());
            case Refusal.NoSuchEffort(var what, var id) -> Problem.notFound("The %s %s".formatted(what, id));
            case Refusal.EscalatedTooSoon(var rest) ->
                Problem.conflict(
                                "escalation-too-soon",
                                "The level that was asked last still has %d minutes."
                                        .formatted(rest.plusSeconds(59).toMinutes()))
                        .retryAfter(rest);
            case Refusal.NotTheNextLevel(var asked, var next) ->
                Problem.conflict(
                                "escalation-not-next-level",
                                "Level %d is not the next one, which is %d.".formatted(asked, next))
                        .with("nextLevel", next);
            case Refusal.ClaimedAlready(var technician) ->
                Problem.conflict("claimed-already", technician.name() + " answers for this ticket.")
                        .with("technician", technician);
            case Refusal.AtHighestLevel(var level) ->
                Problem.conflict("escalation-at-highest-level", "Level %d is the highest.".formatted(level));
        };
    }

    private static Problem intrusiveTest(Authorisations authorised) {
        var problem = Problem.conflict(
                "intrusive-test-not-authorised",
                authorised.intrusiveTesting()
                        ? "The customer authorised tests that interrupt the service in another window."
                        : "The customer did not authorise tests that interrupt the service.");
        var window = TicketView.WindowView.of(authorised);
        return window == null ? problem : problem.with("intrusiveTestingWindow", window);
    }
}
