package io.controlcenter.maintenance.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.maintenance.changes.application.MaintenanceSettings;
import io.controlcenter.maintenance.changes.domain.GcrState;
import io.controlcenter.maintenance.changes.domain.Impact;
import io.controlcenter.maintenance.changes.domain.Location;
import io.controlcenter.maintenance.changes.domain.ServiceOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A calendar to the letter: notification-service writes the same one from the event of the same GCR. */
class MaintNotesTest {

    private static final String GCR = "123456789";
    private static final List<CalendarEntry.Hit> SERVICES = List.of(
            hit(1, "A-1000001", "ET-1002", Impact.DEGRADED, ServiceOutcome.COMPLETED),
            hit(1, "A-1000002", "ET-1001", Impact.OUTAGE, ServiceOutcome.ALTERNATE_WINDOW),
            hit(2, "A-1000002", "ET-1001", Impact.OUTAGE, ServiceOutcome.PENDING));

    private static CalendarEntry.Hit hit(
            int window, String account, String circuit, Impact impact, ServiceOutcome outcome) {
        return new CalendarEntry.Hit(GCR, window, account, circuit, impact, outcome);
    }

    private static CalendarEntry window(int number, String day, GcrState state) {
        return new CalendarEntry(
                GCR,
                number,
                "Upgrade; core",
                "Vendor security fix",
                List.of(new Location("Denver", "CO", "US", null)),
                Instant.parse(day + "T05:00:00Z"),
                Instant.parse(day + "T11:00:00Z"),
                state,
                3,
                Instant.parse("2026-06-11T10:30:00Z"),
                SERVICES.stream().filter(hit -> hit.window() == number).toList(),
                SERVICES);
    }

    @Test
    void it_says_what_the_calendar_in_the_mail_says() throws IOException {
        var settings = new MaintenanceSettings(
                Duration.ofDays(7),
                List.of(),
                Duration.ofHours(1),
                "control-center.example",
                "control-center.example",
                "change@provider.example",
                "http://localhost:8080",
                Duration.ofDays(30),
                Duration.ofMinutes(15),
                10,
                List.of(),
                Duration.ofDays(3),
                Duration.ofHours(24),
                Duration.ofDays(30));
        var entries = List.of(
                window(1, "2026-06-11", GcrState.COMPLETED),
                window(2, "2026-06-12", GcrState.SCHEDULED),
                window(3, "2026-06-13", GcrState.PLANNED));
        var text = new MaintNotes(settings).calendar(entries, "ENT-100001");
        assertThat(text).isEqualTo(Files.readString(Path.of("contracts", "calendar", "example.ics")));
        assertThat(MaintNote.read(text).statuses()).containsExactly("COMPLETED", "CONFIRMED", "TENTATIVE");
    }
}
