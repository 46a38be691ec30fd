package io.controlcenter.identity.secondfactor;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Caller;
import org.springframework.http.HttpStatus;

/** What a refused code is over HTTP. */
final class SecondFactorProblems {

    private SecondFactorProblems() {}

    static void require(Proof proof) {
        switch (proof) {
            case Proof.Accepted() -> {
                // nothing to say
            }
            case Proof.Wrong() ->
                throw Problem.unprocessable(
                        Violation.invalid("/code", "The code is wrong, was used before, or is too old."));
            case Proof.Paused(var pause) ->
                throw Problem.of(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "too-many-attempts",
                                "Too many codes were wrong; try again later.")
                        .retryAfter(pause);
            case Proof.NotSetUp() ->
                throw Problem.conflict("second-factor-not-set-up", "Set a second factor up first.");
        }
    }

    static String person(Caller caller) {
        if (caller.actor() == Caller.Actor.PARTNER) {
            throw Problem.forbidden("people-only", "A program has no second factor.");
        }
        return caller.subject();
    }
}
