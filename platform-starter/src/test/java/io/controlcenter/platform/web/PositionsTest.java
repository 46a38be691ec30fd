package io.controlcenter.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionsTest {

    /** Values as PostgreSQL and its driver write them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timestamptz | 2026-11-30 14:00:00.1+00 | 2026-11-30 19:45:00.123456+05:45",
                "timestamptz | 2026-11-30 14:00:00+00   | 2026-11-30 08:00:01-06",
                "timestamptz | 1883-11-18 12:00:00-05:50:36 | 1883-11-18 18:00:00+00",
                "date        | 2026-02-28               | 2026-10-01",
                "numeric     | 9                        | 10.50",
                "numeric     | -3                       | 2"
            })
    void rows_are_compared_by_value(String type, String smaller, String larger) {
        var one = new Cursor("at", smaller, "9").encode();
        var other = new Cursor("at", larger, "1").encode();
        assertThat(Positions.order(type).compare(one, other)).isNegative();
        assertThat(Positions.order(type).compare(other, one)).isPositive();
        assertThat(Positions.order(type)
                        .compare(new Cursor("-at", smaller, "9").encode(), new Cursor("-at", larger, "1").encode()))
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({"at, false", "-at, true"})
    void equal_values_go_by_number(String order, boolean descending) {
        var cursors = Stream.of("10", "9", "100")
                .map(id -> new Cursor(order, "2026-02-28", id).encode())
                .toList();
        var sorted = cursors.stream().sorted(Positions.order("date")).toList();
        var rising = Comparator.comparingLong(
                (String cursor) -> Long.parseLong(Cursor.read(cursor).id()));
        assertThat(sorted)
                .isEqualTo(cursors.stream()
                        .sorted(descending ? rising.reversed() : rising)
                        .toList());
        assertThat(List.copyOf(sorted)).hasSize(3);
    }
}
