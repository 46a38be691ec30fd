package io.controlcenter.maintenance.changes.web;

import io.controlcenter.maintenance.changes.application.Impacts;
import io.controlcenter.maintenance.changes.application.ReadingGcrs;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Maintenance of one enterprise for calendars and spreadsheets (handbook S44). */
@RestController
@RequestMapping(path = "/api/v{version}", version = "1")
@Tag(name = "Maintenance")
class CalendarController {

    @Schema(name = "MaintenanceCalendar")
    record CalendarView(
            @Schema(example = "2026-12") String month,

            @Schema(description = "In which the days are counted", example = "UTC")
            String timeZone,

            @Schema(description = "Only days on which a window begins")
            List<Day> days) {}

    @Schema(name = "MaintenanceDay")
    record Day(LocalDate date, List<Entry> windows) {}

    @Schema(name = "MaintenanceCalendarEntry")
    record Entry(
            String windowId,
            String gcrNumber,
            String href,
            String title,
            String designation,
            String state,
            Instant start,
            Instant end,
            @Schema(description = "Of the site") String timeZone,
            boolean overrun,
            String impact,
            int services) {

        private static Entry of(ReadingGcrs.WindowLine line) {
            return new Entry(
                    line.gcrNumber() + "-" + line.number(),
                    line.gcrNumber(),
                    "/api/v1/gcrs/" + line.gcrNumber(),
                    line.title(),
                    line.designation(),
                    line.state(),
                    line.startsAt(),
                    line.endsAt(),
                    line.timeZone(),
                    line.overrun(),
                    line.impact(),
                    line.services());
        }
    }

    private final ReadingGcrs reading;
    private final Impacts impacts;
    private final MaintNotes notes;
    private final Clock clock;

    CalendarController(ReadingGcrs reading, Impacts impacts, MaintNotes notes, Clock clock) {
        this.reading = reading;
        this.impacts = impacts;
        this.notes = notes;
        this.clock = clock;
    }

    @GetMapping("/gcrs/calendar")
    @Access({"MAINT_VIEW", "MAINT_INQUIRE", "CHANGE_MANAGER", "CCM", "TECHNICIAN", "OPERATIONS"})
    @Operation(operationId = "getMaintenanceCalendar", summary = "The windows of a month, day by day")
    CalendarView calendar(
            @Parameter(description = "The present one when absent", example = "2026-12")
                    @RequestParam(required = false)
                    @Nullable
                    String month,
            @Parameter(description = "Of the reader; UTC when absent", example = "America/Chicago")
                    @RequestParam(required = false)
                    @Nullable
                    String timeZone,
            Caller caller) {
        var zone = zone(timeZone);
        var of = month(month, zone);
        var from = of.atDay(1).atStartOfDay(zone).toInstant();
        var to = of.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        var days = reading.windows(caller.enterprise(), from, to).stream()
                .collect(Collectors.groupingBy(
                        line -> later(line.startsAt(), from).atZone(zone).toLocalDate(),
                        TreeMap::new,
                        Collectors.mapping(Entry::of, Collectors.toList())));
        return new CalendarView(
                of.toString(),
                zone.getId(),
                days.entrySet().stream()
                        .map(day -> new Day(day.getKey(), day.getValue()))
                        .toList());
    }

    /** What began in the month before stands on this one's first day. */
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneId.of("UTC") : ZoneId.of(name);
        } catch (DateTimeException _) {
            throw Narrowings.malformed("timeZone", "must be an IANA time zone such as America/Chicago");
        }
    }

    private YearMonth month(@Nullable String written, ZoneId zone) {
        try {
            return written == null ? YearMonth.now(clock.withZone(zone)) : YearMonth.parse(written);
        } catch (DateTimeException _) {
            throw Narrowings.malformed("month", "must be a month such as 2026-12");
        }
    }

    @GetMapping(path = "/gcrs.csv", produces = "text/csv")
    @Access({"MAINT_VIEW", "MAINT_INQUIRE", "CHANGE_MANAGER", "CCM", "TECHNICIAN", "OPERATIONS"})
    @Operation(
            operationId = "downloadGcrs",
            summary = "Windows and services as CSV; from the present month and for twelve unless said")
    ResponseEntity<String> csv(
            @Parameter(description = "An instant or a date") @RequestParam(required = false) @Nullable String from,
            @Parameter(description = "An instant or a date") @RequestParam(required = false) @Nullable String to,
            Caller caller) {
        var first = YearMonth.now(clock.withZone(ZoneOffset.UTC)).atDay(1);
        var begin = Objects.requireNonNullElse(Narrowings.instant("from", from), midnight(first));
        var end = Objects.requireNonNullElse(Narrowings.instant("to", to), midnight(first.plusMonths(12)));
        return file("maintenance.csv").body(MaintenanceCsv.of(reading.rows(caller.enterprise(), begin, end)));
    }

    private static Instant midnight(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @GetMapping(path = "/gcrs/{gcrNumber}.ics", produces = "text/calendar")
    @Access({"MAINT_VIEW", "MAINT_INQUIRE", "CHANGE_MANAGER", "CCM", "TECHNICIAN", "OPERATIONS"})
    @Transactional(readOnly = true)
    @Operation(
            operationId = "getGcrCalendar",
            summary = "The windows as iCalendar with MAINTNOTE; the same UID over all changes")
    ResponseEntity<String> ics(@PathVariable String gcrNumber, Caller caller) {
        var number = GcrProblems.number(gcrNumber);
        var gcr = reading.find(number).orElseThrow(() -> Problem.notFound("The GCR " + number));
        return file(number + ".ics")
                .body(notes.calendar(gcr, caller.enterprise(), impacts.lines(number, caller.enterprise())));
    }

    private static ResponseEntity.BodyBuilder file(String name) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString());
    }
}
