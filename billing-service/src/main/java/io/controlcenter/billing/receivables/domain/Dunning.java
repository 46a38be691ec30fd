package io.controlcenter.billing.receivables.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The reminders that an unpaid invoice gets, by days after its due date. */
public record Dunning(List<Step> steps) {

    public record Step(int step, int daysPastDue, String name) {}

    /** The highest step that is reached; those that were missed while it was paused are not made up for. */
    public Optional<Step> reached(int daysPastDue) {
        return steps.stream()
                .filter(step -> step.daysPastDue() <= daysPastDue)
                .max(Comparator.comparingInt(Step::step));
    }

    /** The day of the next step after this one; empty after the last. */
    public Optional<LocalDate> next(LocalDate due, int after) {
        return steps.stream()
                .filter(step -> step.step() > after)
                .map(step -> due.plusDays(step.daysPastDue()))
                .min(Comparator.naturalOrder());
    }
}
