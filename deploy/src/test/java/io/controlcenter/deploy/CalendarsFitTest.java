package io.controlcenter.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The calendar of a GCR is the same to the letter in a mail and over HTTP; each module is tested against its own copy. */
class CalendarsFitTest {

    private static String example(String module) throws IOException {
        return Files.readString(Path.of("..", module, "contracts", "calendar", "example.ics"));
    }

    @Test
    void a_mail_carries_the_calendar_that_http_offers() throws IOException {
        assertThat(example("notification-service")).isEqualTo(example("maintenance-service"));
    }
}
