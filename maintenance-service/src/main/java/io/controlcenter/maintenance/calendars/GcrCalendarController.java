package io.controlcenter.maintenance.calendars;

import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One GCR as a calendar. */
@RestController
@RequestMapping(path = "/api/v{version}", version = "1")
@Tag(name = "Calendars")
class GcrCalendarController {

    private final ReadingCalendars calendars;
    private final MaintNotes notes;

    GcrCalendarController(ReadingCalendars calendars, MaintNotes notes) {
        this.calendars = calendars;
        this.notes = notes;
    }

    @GetMapping(path = "/gcrs/{gcrNumber}.ics", produces = "text/calendar")
    @Access({"MAINT_VIEW", "MAINT_INQUIRE", "CHANGE_MANAGER", "CCM", "TECHNICIAN", "OPERATIONS"})
    @Operation(
            operationId = "getGcrCalendar",
            summary = "The windows as iCalendar with MAINTNOTE; the same UID over all changes")
    ResponseEntity<String> ics(@PathVariable String gcrNumber, Caller caller) {
        var number = GcrNumber.parse(gcrNumber).orElseThrow(() -> Problem.notFound("The GCR " + gcrNumber));
        var windows = calendars.of(number, caller.enterprise());
        if (windows.isEmpty()) {
            throw Problem.notFound("The GCR " + number);
        }
        return CalendarFile.of(number + ".ics", notes.calendar(windows, caller.enterprise()));
    }
}
