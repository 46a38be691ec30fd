package io.controlcenter.billing.proration.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Boundaries come from the anchor, never from the boundary before (domain d.3, 2). */
class CycleDayTest {

    @Test
    void the_31st_comes_back_after_a_short_month() {
        var day = new CycleDay(31);
        var boundaries =
                Stream.iterate(LocalDate.parse("2026-01-31"), day::nextAfter).limit(5);
        assertThat(boundaries)
                .extracting(LocalDate::toString)
                .containsExactly("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31");
    }

    @ParameterizedTest
    @CsvSource({
        "20, 2026-03-19, 2026-02-20, 2026-03-20",
        "20, 2026-03-20, 2026-03-20, 2026-04-20",
        "1, 2026-12-31, 2026-12-01, 2027-01-01",
        "29, 2028-02-29, 2028-02-29, 2028-03-29",
        "29, 2026-02-28, 2026-02-28, 2026-03-29",
        "30, 2026-02-27, 2026-01-30, 2026-02-28",
    })
    void a_date_is_in_one_cycle(int day, LocalDate date, LocalDate start, LocalDate end) {
        assertThat(new CycleDay(day).cycleOf(date)).isEqualTo(new Period(start, end));
    }

    @Test
    void a_cycle_begins_on_its_boundary_only() {
        assertThat(new CycleDay(31).begins(LocalDate.parse("2026-02-28"))).isTrue();
        assertThat(new CycleDay(31).begins(LocalDate.parse("2026-03-28"))).isFalse();
        assertThat(new CycleDay(1).cycleBefore(LocalDate.parse("2026-03-01")).start())
                .isEqualTo("2026-02-01");
    }

    @Test
    void there_is_no_day_0_and_no_day_32() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CycleDay(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new CycleDay(32));
    }
}
