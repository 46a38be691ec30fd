package io.controlcenter.billing.support;

import io.controlcenter.billing.support.domain.SupportCalendar;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Days on which billing support stays closed. Clocks that run already keep the calendar that they began with. */
@RestController
@RequestMapping(path = "/api/v{version}/support-hours/{segment}/holidays", version = "1")
@Tag(name = "Support hours")
class SupportHolidayController {

    record HolidayName(@NotBlank @Size(max = 100) String name) {}

    @Schema(name = "SupportHoliday")
    record HolidayView(LocalDate day, String name) {}

    @Schema(name = "SupportHolidays")
    record HolidaysView(List<HolidayView> items) {}

    private final SupportCalendars calendars;
    private final AuditTrail audit;

    SupportHolidayController(SupportCalendars calendars, AuditTrail audit) {
        this.calendars = calendars;
        this.audit = audit;
    }

    @GetMapping
    @Access(reach = Reach.PUBLIC)
    @Operation(operationId = "listSupportHolidays", summary = "The holidays of a segment's billing support, by day")
    HolidaysView list(@PathVariable String segment) {
        return new HolidaysView(require(segment).holidays().entrySet().stream()
                .map(day -> new HolidayView(day.getKey(), day.getValue()))
                .toList());
    }

    @PutMapping("/{day}")
    @Transactional
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(operationId = "putSupportHoliday", summary = "Keep billing support closed on a day")
    HolidayView put(@PathVariable String segment, @PathVariable LocalDate day, @RequestBody HolidayName holiday) {
        var before = require(segment).holidays().get(day);
        calendars.keepHoliday(segment, day, holiday.name());
        audit.record(null, "support-holiday.kept", "support-holiday", segment + "/" + day, before, holiday.name());
        return new HolidayView(day, holiday.name());
    }

    @DeleteMapping("/{day}")
    @Transactional
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(value = "OPERATIONS", reach = Reach.PROVIDER)
    @Operation(operationId = "deleteSupportHoliday", summary = "Open billing support on a day after all")
    void delete(@PathVariable String segment, @PathVariable LocalDate day) {
        var before = require(segment).holidays().get(day);
        if (!calendars.dropHoliday(segment, day)) {
            throw Problem.notFound("The holiday " + day);
        }
        audit.record(null, "support-holiday.dropped", "support-holiday", segment + "/" + day, before, null);
    }

    private SupportCalendar require(String segment) {
        return calendars
                .find(segment)
                .orElseThrow(() ->
                        Problem.unprocessable(Violation.invalid("segment", "There is no segment " + segment + ".")));
    }
}
