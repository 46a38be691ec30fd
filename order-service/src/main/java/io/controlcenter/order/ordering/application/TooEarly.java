package io.controlcenter.order.ordering.application;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.time.LocalDate;

/** A date that nobody can deliver on without an expedite, answered with the first that needs none. */
final class TooEarly {

    private TooEarly() {}

    static Problem problem(String pointer, LocalDate earliest) {
        return Problem.unprocessable(
                        Violation.invalid(pointer, "Without expedite the earliest date is " + earliest + "."))
                .with("earliestDate", earliest);
    }
}
