package io.controlcenter.maintenance.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.time.Instant;
import java.util.List;

/** A calendar as biweekly, which is not the library that wrote it, reads it; and the MAINTNOTE text as assertions. */
public record MaintNote(ICalendar calendar) {

    private static final List<String> IMPACTS = List.of("NO-IMPACT", "REDUCED-REDUNDANCY", "DEGRADED", "OUTAGE");
    private static final List<String> STATUSES =
            List.of("TENTATIVE", "CONFIRMED", "CANCELLED", "IN-PROCESS", "COMPLETED");

    public static MaintNote read(String text) {
        assertThat(text).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
        assertThat(text.lines().map(String::length)).allMatch(length -> length <= 75);
        var note = new MaintNote(Biweekly.parse(text).first());
        // a time zone is a component as well (RFC 5545, 3.6), which this parser keeps apart and then misses
        if (!note.calendar.getEvents().isEmpty()) {
            assertThat(note.calendar.validate(ICalVersion.V2_0).getWarnings()).isEmpty();
        } else {
            assertThat(text).contains("BEGIN:VTIMEZONE");
        }
        assertThat(note.calendar.getMethod()).isNull();
        assertThat(note.calendar.getProductId().getValue()).isNotBlank();
        note.calendar.getEvents().forEach(MaintNote::assertWhole);
        return note;
    }

    /** Section 3.4 to 3.6 of the BCOP: what is mandatory, how often, and the words that there are. */
    private static void assertWhole(VEvent event) {
        assertThat(event.getUid().getValue()).isNotBlank();
        assertThat(event.getDateTimeStamp().getValue()).isNotNull();
        assertThat(event.getDateStart().getValue()).isBefore(event.getDateEnd().getValue());
        assertThat(event.getSummary().getValue()).isNotBlank();
        assertThat(event.getOrganizer().getEmail()).contains("@");
        assertThat(event.getSequence().getValue()).isNotNegative();
        assertThat(all(event, "PROVIDER")).hasSize(1);
        assertThat(all(event, "ACCOUNT")).hasSize(1);
        assertThat(all(event, "MAINTENANCE-ID")).isNotEmpty();
        assertThat(all(event, "OBJECT-ID")).isNotEmpty().doesNotHaveDuplicates();
        assertThat(all(event, "IMPACT")).hasSize(1).isSubsetOf(IMPACTS);
        assertThat(all(event, "STATUS")).hasSize(1).isSubsetOf(STATUSES);
    }

    public static List<String> all(VEvent event, String property) {
        return event.getExperimentalProperties("X-MAINTNOTE-" + property).stream()
                .map(one -> one.getValue())
                .toList();
    }

    public VEvent window(String windowId) {
        return calendar.getEvents().stream()
                .filter(event -> event.getUid().getValue().startsWith(windowId + "@"))
                .findFirst()
                .orElseThrow();
    }

    /** How each window stands, in the order of their start. */
    public List<String> statuses() {
        return calendar.getEvents().stream()
                .map(event -> all(event, "STATUS").getFirst())
                .toList();
    }

    public List<Integer> sequences() {
        return calendar.getEvents().stream()
                .map(event -> event.getSequence().getValue())
                .toList();
    }

    public List<String> uids() {
        return calendar.getEvents().stream()
                .map(event -> event.getUid().getValue())
                .toList();
    }

    public static Instant start(VEvent event) {
        return event.getDateStart().getValue().toInstant();
    }
}
