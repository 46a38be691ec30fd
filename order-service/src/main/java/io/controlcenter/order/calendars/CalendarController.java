package io.controlcenter.order.calendars;

import io.controlcenter.order.calendars.domain.BusinessCalendar;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Business calendars as data: week-ends, holidays and the zone in which a day begins. */
@RestController
@RequestMapping(path = "/api/v{version}/business-calendars", version = "1")
@Tag(name = "Business calendars")
class CalendarController {

    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9-]{1,19}");

    @Schema(name = "Holiday")
    record HolidayView(
            @NotNull LocalDate date,
            @NotBlank @Size(max = 100) String name) {}

    @Schema(name = "BusinessCalendar")
    record CalendarView(
            @Schema(description = "An ISO 3166 country code for the calendar of a country", example = "US")
            String calendarId,

            String name,

            @Schema(description = "IANA zone in which a day begins")
            ZoneId timeZone,

            @Schema(description = "Whether it counts wherever a country has none of its own")
            boolean standard,

            @Schema(description = "Days of the week on which nobody works")
            List<DayOfWeek> weekend,

            List<HolidayView> holidays) {

        static CalendarView of(Calendars.Kept kept) {
            var calendar = kept.calendar();
            return new CalendarView(
                    calendar.calendarId(),
                    calendar.name(),
                    calendar.zone(),
                    kept.standard(),
                    calendar.weekend().stream().sorted().toList(),
                    calendar.holidays().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(holiday -> new HolidayView(holiday.getKey(), holiday.getValue()))
                            .toList());
        }
    }

    record CalendarInput(
            @NotBlank @Size(max = 100) String name,
            @NotNull ZoneId timeZone,

            @NotNull @Size(max = 6, message = "leaves no day to work on")
            List<DayOfWeek> weekend,

            @NotNull @Size(max = 1000) List<@Valid HolidayView> holidays) {}

    private final Calendars calendars;

    CalendarController(Calendars calendars) {
        this.calendars = calendars;
    }

    @GetMapping
    @Access(
            value = {"ORDER_VIEW", "ORDER_WRITE", "QUOTE_WRITE", "SALES", "SALES_ENGINEER", "CCM", "OPERATIONS"},
            reach = Reach.SHARED)
    @Transactional(readOnly = true)
    @Operation(operationId = "listBusinessCalendars", summary = "The calendars by which business days are counted")
    Page<CalendarView> list() {
        return new Page<>(calendars.all().stream().map(CalendarView::of).toList(), null);
    }

    @GetMapping("/{calendarId}")
    @Access(
            value = {"ORDER_VIEW", "ORDER_WRITE", "QUOTE_WRITE", "SALES", "SALES_ENGINEER", "CCM", "OPERATIONS"},
            reach = Reach.SHARED)
    @Transactional(readOnly = true)
    @Operation(operationId = "getBusinessCalendar", summary = "One business calendar with its holidays")
    ResponseEntity<CalendarView> get(@PathVariable String calendarId) {
        return answer(
                calendars.find(calendarId).orElseThrow(() -> Problem.notFound("The business calendar " + calendarId)));
    }

    @PutMapping("/{calendarId}")
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Transactional
    @Operation(
            operationId = "putBusinessCalendar",
            summary = "Keep a calendar: its zone, week-end and all its holidays; dates agreed already stay as they are")
    ResponseEntity<CalendarView> put(
            @PathVariable String calendarId, @RequestBody CalendarInput input, IfMatch ifMatch) {
        if (!ID.matcher(calendarId).matches()) {
            throw Problem.unprocessable(new Violation(
                    "calendarId", Violation.INVALID_FORMAT, "A calendar's id is a country code such as US."));
        }
        requireSound(input);
        calendars.lock(calendarId);
        var before = calendars.find(calendarId).orElse(null);
        ifMatch.require(before == null ? -1 : before.version());
        return answer(calendars.put(
                new BusinessCalendar(
                        calendarId,
                        input.name(),
                        input.timeZone(),
                        input.weekend().isEmpty() ? EnumSet.noneOf(DayOfWeek.class) : EnumSet.copyOf(input.weekend()),
                        input.holidays().stream().collect(Collectors.toMap(HolidayView::date, HolidayView::name))),
                before));
    }

    private static void requireSound(CalendarInput input) {
        var violations = new ArrayList<Violation>();
        var dates = new HashSet<LocalDate>();
        for (int i = 0; i < input.holidays().size(); i++) {
            if (!dates.add(input.holidays().get(i).date())) {
                violations.add(Violation.invalid("/holidays/" + i + "/date", "This date is named twice."));
            }
        }
        for (int i = 0; i < input.weekend().size(); i++) {
            if (input.weekend().get(i) == null) {
                violations.add(Violation.missing("/weekend/" + i, "A day of the week is missing."));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
    }

    private static ResponseEntity<CalendarView> answer(Calendars.Kept kept) {
        return ResponseEntity.ok().eTag(IfMatch.tag(kept.version())).body(CalendarView.of(kept));
    }
}
