package io.controlcenter.maintenance.changes.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.maintenance.changes.domain.Impact;
import io.controlcenter.maintenance.changes.domain.NoticeKind;
import io.controlcenter.maintenance.changes.domain.ServiceOutcome;
import io.controlcenter.maintenance.changes.domain.Whom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who hears of a change, and as what. */
class AddresseesTest {

    private static final int SEQUENCE = 4;

    private static Impacts.Line line(
            String enterprise,
            int window,
            ServiceOutcome outcome,
            @Nullable Integer changed,
            @Nullable Integer dropped) {
        return new Impacts.Line(
                enterprise,
                window,
                "S-1",
                "A-1",
                "C-1",
                "1G",
                null,
                null,
                Impact.OUTAGE,
                5,
                "O-1",
                outcome,
                changed,
                dropped);
    }

    private static Impacts.Line in(String enterprise, int window) {
        return line(enterprise, window, ServiceOutcome.PENDING, null, null);
    }

    private static Map<String, NoticeKind> told(NoticeKind kind, Whom whom, Impacts.Line... lines) {
        return new Addressees(SEQUENCE, kind, whom).among(List.of(lines));
    }

    @Test
    void everybody_who_is_hit_is_told_and_who_left_is_not() {
        assertThat(told(
                        NoticeKind.RESCHEDULED,
                        new Whom.Everybody(),
                        in("E-1", 1),
                        line("E-2", 1, ServiceOutcome.CANCELLED, null, 3)))
                .containsExactly(Map.entry("E-1", NoticeKind.RESCHEDULED));
    }

    @Test
    void a_window_concerns_those_in_it() {
        assertThat(told(NoticeKind.STARTED, new Whom.OfWindow(2), in("E-1", 1), in("E-2", 2), in("E-2", 1)))
                .containsExactly(Map.entry("E-2", NoticeKind.STARTED));
    }

    @Test
    void a_revision_concerns_those_whose_services_changed() {
        assertThat(told(
                        NoticeKind.SCHEDULED,
                        new Whom.Changed(),
                        in("E-1", 1),
                        line("E-2", 1, ServiceOutcome.PENDING, SEQUENCE, null),
                        line("E-3", 1, ServiceOutcome.CANCELLED, null, SEQUENCE),
                        line("E-4", 1, ServiceOutcome.CANCELLED, null, SEQUENCE),
                        in("E-4", 2)))
                .containsOnly(
                        Map.entry("E-2", NoticeKind.SCHEDULED),
                        Map.entry("E-3", NoticeKind.CANCELLED),
                        Map.entry("E-4", NoticeKind.SCHEDULED));
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, COMPLETED",
        "COMPLETED NOT_COMPLETED, COMPLETED",
        "COMPLETED ALTERNATE_WINDOW, ALTERNATE_WINDOW",
        "NOT_COMPLETED ALTERNATE_WINDOW, ALTERNATE_WINDOW",
        "NOT_COMPLETED, NOT_COMPLETED",
        "POSTPONED, POSTPONED",
        "POSTPONED NOT_COMPLETED, NOT_COMPLETED",
    })
    void the_end_of_a_window_is_told_as_it_was_for_the_enterprise(String outcomes, NoticeKind kind) {
        var lines = Arrays.stream(outcomes.split(" "))
                .map(outcome -> line("E-1", 1, ServiceOutcome.valueOf(outcome), null, null))
                .toArray(Impacts.Line[]::new);
        assertThat(told(NoticeKind.COMPLETED, new Whom.OfWindow(1), lines)).containsExactly(Map.entry("E-1", kind));
    }
}
