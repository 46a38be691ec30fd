package io.controlcenter.maintenance.changes.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.maintenance.changes.application.ReadingWindows;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaintenanceCsvTest {

    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "=HYPERLINK(1), '''=HYPERLINK(1)'",
        "-1, '''-1'",
    })
    void no_title_becomes_a_formula(String title, String field) {
        assertThat(csv(title)).contains(",STANDARD," + field + ",scheduled,");
    }

    @org.junit.jupiter.api.Test
    void quotes_commas_and_lines_stay_in_their_field() {
        assertThat(csv("a \"b\", c")).contains(",\"a \"\"b\"\", c\",");
    }

    private static String csv(String title) {
        return MaintenanceCsv.of(
                List.of(new ReadingWindows.Row(
                        "123456789",
                        1,
                        title,
                        "STANDARD",
                        "scheduled",
                        Instant.EPOCH,
                        Instant.EPOCH,
                        "UTC",
                        "A-1",
                        "S-1",
                        "C-1",
                        "OUTAGE",
                        60,
                        "PENDING")),
                ZoneId.of("America/Chicago"));
    }
}
