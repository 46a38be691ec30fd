package io.controlcenter.maintenance.changes.web;

import io.controlcenter.maintenance.changes.application.Decision;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.GcrSnapshot;
import io.controlcenter.maintenance.changes.domain.Refusal;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;

/** The one place where a GCR's refusal becomes HTTP. */
final class GcrProblems {

    private GcrProblems() {}

    /** The number in a path; what cannot be one is not found. */
    static GcrNumber number(String written) {
        return GcrNumber.parse(written).orElseThrow(() -> Problem.notFound("The GCR " + written));
    }

    /**
     * The GCR of a decision that was made; anything else is thrown.
     *
     * @param services JSON Pointer to the list of services in the body
     */
    static GcrSnapshot require(Decision decision, String services) {
        return switch (decision) {
            case Decision.Made(var gcr) -> gcr;
            case Decision.Refused(var why) -> throw of(why);
            case Decision.NumberTaken(var number) ->
                throw Problem.conflict("gcr-exists", "The number " + number + " was used before.");
            case Decision.ServicesUnknown(var unknown) ->
                throw Problem.unprocessable(unknown.stream()
                        .map(one -> Violation.referenceNotFound(
                                services + one.pointer(), "There is no such thing as " + one.what() + "."))
                        .toList());
        };
    }

    static GcrSnapshot require(Decision decision) {
        return require(decision, "");
    }

    private static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotInThisState now ->
                Problem.conflict(
                                "gcr-not-in-this-state",
                                "A GCR that is %s cannot be %s."
                                        .formatted(
                                                now.state().wire(), now.asked().participle()))
                        .with("state", now.state().wire())
                        .with("allowed", now.allowed());
            case Refusal.NoAlternate() ->
                Problem.conflict("no-alternate-window", "No alternate window is left that begins later than now.");
            case Refusal.NoWindow() ->
                Problem.unprocessable(Violation.missing("/windows", "One window at least has to be PRIMARY."));
            case Refusal.NoServices() ->
                Problem.unprocessable("no-services", "A notice lists one service at least; this GCR has none.");
            case Refusal.EndNotAfterStart(var position) ->
                Problem.unprocessable(
                        Violation.invalid("/windows/" + position + "/end", "The end is not after the start."));
            case Refusal.WindowsOverlap(var one, var other) ->
                Problem.unprocessable("windows-overlap", "The windows %s and %s overlap.".formatted(one, other));
            case Refusal.StartInThePast(var window, var start) ->
                Problem.unprocessable("start-in-the-past", "The window %s began at %s.".formatted(window, start))
                        .with("windowId", window);
            case Refusal.NoticeTooShort(var earliest) ->
                Problem.unprocessable(
                                "notice-too-short",
                                "Work that services can feel is announced earlier; only an EMERGENCY is not.")
                        .with("earliestStart", earliest);
            case Refusal.ReasonMissing() ->
                Problem.unprocessable(Violation.missing("/reason", "An emergency needs its reason."));
            case Refusal.TooEarly(var window, var earliest) ->
                Problem.conflict(
                                "too-early-to-start",
                                "Customers expect the work of window %s no earlier.".formatted(window))
                        .with("windowId", window)
                        .with("earliestStart", earliest);
            case Refusal.NothingCompleted() ->
                Problem.unprocessable(
                        "nothing-completed", "The work is completed for no service; not-complete says that.");
            case Refusal.NoSuchOpenWindow(var position) ->
                Problem.unprocessable(Violation.referenceNotFound(
                        "/windows/" + position + "/windowId", "This GCR has no such window that can move."));
            case Refusal.NothingScheduled() ->
                Problem.unprocessable("nothing-scheduled", "Give a window that is postponed, or a new one, its time.");
        };
    }
}
