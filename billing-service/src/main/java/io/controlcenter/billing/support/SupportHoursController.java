package io.controlcenter.billing.support;

import io.controlcenter.billing.support.domain.SupportCalendar;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When billing support is open. */
@RestController
@RequestMapping(path = "/api/v{version}/support-hours", version = "1")
@Tag(name = "Support hours")
class SupportHoursController {

    @Schema(name = "SupportHours")
    record HoursView(
            String segment,
            String timeZone,
            Instant at,

            @Schema(description = "Whether somebody answers at that instant")
            boolean open,

            @Schema(description = "Why it is closed all day; absent on other days") @Nullable
            String holiday,

            @Schema(description = "The next opening after that instant")
            Instant opensAt,

            @Schema(description = "The next closing after that instant")
            Instant closesAt,

            List<DayView> week) {}

    @Schema(name = "SupportDay")
    record DayView(
            String day,
            LocalTime opens,

            @Schema(description = "Closed from this time on")
            LocalTime closes) {}

    private final SupportCalendars calendars;
    private final Clock clock;

    SupportHoursController(SupportCalendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping
    @Access(reach = Reach.PUBLIC)
    @Operation(
            operationId = "getSupportHours",
            summary = "Whether billing support is open, and when it opens and closes")
    @Parameter(name = "segment", description = "ENTERPRISE or NATIONAL_WHOLESALE")
    @Parameter(name = "at", description = "An instant; now unless said")
    HoursView hours(@RequestParam String segment, @RequestParam(required = false) @Nullable Instant at) {
        var calendar = calendars.find(segment).orElseThrow(() -> unknown(segment));
        var instant = at == null ? clock.instant() : at;
        return new HoursView(
                calendar.segment(),
                calendar.zone().getId(),
                instant,
                calendar.isOpen(instant),
                calendar.holiday(instant).orElse(null),
                calendar.nextOpening(instant),
                calendar.nextClosing(instant),
                Arrays.stream(java.time.DayOfWeek.values())
                        .map(day -> day(day, calendar.hours().get(day)))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static @Nullable DayView day(java.time.DayOfWeek day, SupportCalendar.@Nullable Hours hours) {
        return hours == null ? null : new DayView(day.name(), hours.opens(), hours.closes());
    }

    private Problem unknown(String segment) {
        return Problem.unprocessable(Violation.invalid(
                "segment",
                "There is no segment " + segment + "; there are " + String.join(", ", calendars.segments()) + "."));
    }
}
