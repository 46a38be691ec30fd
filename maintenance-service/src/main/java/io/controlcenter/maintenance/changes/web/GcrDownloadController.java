package io.controlcenter.maintenance.changes.web;

import io.controlcenter.maintenance.changes.application.ReadingWindows;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.FileHeaders;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Maintenance of one enterprise for spreadsheets (handbook S44). */
@RestController
@RequestMapping(path = "/api/v{version}", version = "1")
@Tag(name = "Maintenance")
class GcrDownloadController {

    private static final int MONTHS = 12;
    private final ReadingWindows reading;
    private final ReaderZones zones;
    private final Clock clock;

    GcrDownloadController(ReadingWindows reading, ReaderZones zones, Clock clock) {
        this.reading = reading;
        this.zones = zones;
        this.clock = clock;
    }

    @GetMapping(path = "/gcrs.csv", produces = "text/csv")
    @Access({"MAINT_VIEW", "MAINT_INQUIRE", "CHANGE_MANAGER", "CCM", "TECHNICIAN", "OPERATIONS"})
    @Operation(
            operationId = "downloadGcrs",
            summary = "Windows and services as CSV; from the present month and for twelve unless said")
    ResponseEntity<String> csv(
            @Parameter(description = "An instant or a date") @RequestParam(required = false) @Nullable String from,
            @Parameter(description = "An instant or a date") @RequestParam(required = false) @Nullable String to,
            @Parameter(description = "Of the reader; the profile's when absent")
                    @RequestParam(required = false)
                    @Nullable
                    String timeZone,
            @Parameter(description = "As in the list") @RequestParam(required = false) @Nullable String serviceId,
            @Parameter(description = "As in the list") @RequestParam(required = false) @Nullable String impact,
            @Parameter(description = "As in the list") @RequestParam(required = false) @Nullable String q,
            Caller caller) {
        var zone = zones.of(timeZone, caller);
        var first = YearMonth.now(clock.withZone(zone)).atDay(1);
        var begin = Objects.requireNonNullElse(
                Narrowings.instant("from", from, zone), first.atStartOfDay(zone).toInstant());
        var end = Objects.requireNonNullElse(
                Narrowings.instant("to", to, zone),
                first.plusMonths(MONTHS).atStartOfDay(zone).toInstant());
        var narrowing = Narrowings.of(given(serviceId, impact, q), begin, end);
        return ResponseEntity.ok()
                .headers(FileHeaders.toSave("maintenance.csv"))
                .body(MaintenanceCsv.of(reading.rows(caller.enterprise(), narrowing), zone));
    }

    private static Map<String, String> given(@Nullable String serviceId, @Nullable String impact, @Nullable String q) {
        var given = new HashMap<String, String>();
        if (serviceId != null) {
            given.put("serviceId", serviceId);
        }
        if (impact != null) {
            given.put("impact", impact);
        }
        if (q != null) {
            given.put("q", q);
        }
        return given;
    }
}
