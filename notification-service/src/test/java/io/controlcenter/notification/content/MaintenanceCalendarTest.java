package io.controlcenter.notification.content;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import io.controlcenter.notification.content.domain.MaintenanceFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A calendar to the letter: maintenance-service offers the same one of the same GCR over HTTP. */
class MaintenanceCalendarTest {

    private static final CalendarSettings SETTINGS =
            new CalendarSettings("control-center.example", "control-center.example", "change@provider.example");

    private static MaintenanceFacts.Window window(int number, String day, String state) {
        return new MaintenanceFacts.Window(
                "123456789-" + number,
                "PRIMARY",
                Instant.parse(day + "T05:00:00Z"),
                Instant.parse(day + "T11:00:00Z"),
                "America/Denver",
                state);
    }

    private static MaintenanceFacts.Service service(
            int window, String account, String circuit, String impact, String outcome) {
        return new MaintenanceFacts.Service(
                "S-" + circuit,
                account,
                circuit,
                null,
                null,
                null,
                null,
                impact,
                60,
                null,
                outcome,
                "123456789-" + window);
    }

    @Test
    void it_says_what_the_calendar_over_http_says() throws IOException {
        var facts = new MaintenanceFacts(
                "123456789",
                3,
                "ESSENTIAL",
                "Upgrade; core",
                "Vendor security fix",
                "scheduled",
                List.of(
                        window(1, "2026-06-11", "completed"),
                        window(2, "2026-06-12", "scheduled"),
                        window(3, "2026-06-13", "planned")),
                List.of(new MaintenanceFacts.Location("Denver", "CO", "US")),
                List.of(
                        service(1, "A-1000001", "ET-1002", "DEGRADED", "COMPLETED"),
                        service(1, "A-1000002", "ET-1001", "OUTAGE", "ALTERNATE_WINDOW"),
                        service(2, "A-1000002", "ET-1001", "OUTAGE", "PENDING")),
                List.of(
                        new MaintenanceFacts.Update(Instant.parse("2026-06-11T10:30:00Z"), "Ended."),
                        new MaintenanceFacts.Update(Instant.parse("2026-06-01T15:00:00Z"), "Scheduled.")));
        var text = MaintenanceCalendar.of(facts, "ENT-100001", Instant.EPOCH, SETTINGS);
        assertThat(text).isEqualTo(Files.readString(Path.of("contracts", "calendar", "example.ics")));
        assertThat(Biweekly.parse(text).first().getEvents()).hasSize(3);
    }
}
