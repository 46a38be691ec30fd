package io.controlcenter.maintenance.changes.web;

import io.controlcenter.maintenance.changes.application.ReadingWindows;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Maintenance of one enterprise, day by day (handbook S44). */
@RestController
@RequestMapping(path = "/api/v{version}", version = "1")
@Tag(name = "Maintenance")
class CalendarController {

    private static final int MOST_MONTHS = 12;

    @Schema(name = "MaintenanceCalendar")
    record CalendarView(
            @Schema(description = "The first one", example = "2026-12")
            String month,

            int months,

            @Schema(description = "In which the days are counted", example = "America/Chicago")
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

            @Schema(description = "The start as the reader's clock shows it", format = "date-time")
            String localStart,

            @Schema(description = "The end as the reader's clock shows it", format = "date-time")
            String localEnd,

            boolean overrun,
            String impact,
            int services,

            @Schema(description = "Whether it takes part in a conflict of diverse services")
            boolean conflict) {

        private static Entry of(ReadingWindows.WindowLine line, ZoneId reader) {
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
                    GcrView.written(line.startsAt(), reader),
                    GcrView.written(line.endsAt(), reader),
                    line.overrun(),
                    line.impact(),
                    line.services(),
                    line.conflict());
        }
    }

    private final ReadingWindows reading;
    private final ReaderZones zones;
    private final Clock clock;

    CalendarController(ReadingWindows reading, ReaderZones zones, Clock clock) {
        this.reading = reading;
        this.zones = zones;
        this.clock = clock;
    }

    @GetMapping("/gcrs/calendar")
    @Access({"MAINT_VIEW", "MAINT_INQUIRE", "CHANGE_MANAGER", "CCM", "TECHNICIAN", "OPERATIONS"})
    @Operation(operationId = "getMaintenanceCalendar", summary = "The windows of a month or more, day by day")
    CalendarView calendar(
            @Parameter(description = "The present one when absent", example = "2026-12")
                    @RequestParam(required = false)
                    @Nullable
                    String month,
            @Parameter(description = "How many months from there, 1 to 12", example = "12")
                    @RequestParam(required = false)
                    @Nullable
                    String months,
            @Parameter(description = "Of the reader; the profile's when absent", example = "America/Chicago")
                    @RequestParam(required = false)
                    @Nullable
                    String timeZone,
            Caller caller) {
        var zone = zones.of(timeZone, caller);
        var first = month(month, zone);
        var many = months(months);
        var from = first.atDay(1).atStartOfDay(zone).toInstant();
        var to = first.plusMonths(many).atDay(1).atStartOfDay(zone).toInstant();
        var days = reading.windows(caller.enterprise(), Narrowings.of(Map.of(), from, to)).stream()
                .collect(Collectors.groupingBy(
                        line -> later(line.startsAt(), from).atZone(zone).toLocalDate(),
                        TreeMap::new,
                        Collectors.mapping(line -> Entry.of(line, zone), Collectors.toList())));
        return new CalendarView(
                first.toString(),
                many,
                zone.getId(),
                days.entrySet().stream()
                        .map(day -> new Day(day.getKey(), day.getValue()))
                        .toList());
    }

    /** What began in the month before stands on this one's first day. */
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private YearMonth month(@Nullable String written, ZoneId zone) {
        try {
            return written == null ? YearMonth.now(clock.withZone(zone)) : YearMonth.parse(written);
        } catch (DateTimeException _) {
            throw Narrowings.malformed("month", "must be a month such as 2026-12");
        }
    }

    private static int months(@Nullable String written) {
        if (written == null) {
            return 1;
        }
        if (written.matches("[1-9]|1[0-2]")) {
            return Integer.parseInt(written);
        }
        throw Narrowings.malformed("months", "must be a whole number from 1 to " + MOST_MONTHS);
    }
}
