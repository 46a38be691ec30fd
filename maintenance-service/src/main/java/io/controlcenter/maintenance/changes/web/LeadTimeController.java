package io.controlcenter.maintenance.changes.web;

import io.controlcenter.maintenance.changes.application.LeadTimes;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether the provider keeps its word on advance notice. */
@RestController
@RequestMapping(path = "/api/v{version}/gcrs/lead-times", version = "1")
@Tag(name = "Change management")
class LeadTimeController {

    @Schema(name = "LeadTimes")
    record LeadTimesView(Instant from, Instant to, List<LeadTimes.Share> items) {}

    private final LeadTimes leadTimes;
    private final ReaderZones zones;
    private final Clock clock;

    LeadTimeController(LeadTimes leadTimes, ReaderZones zones, Clock clock) {
        this.leadTimes = leadTimes;
        this.zones = zones;
        this.clock = clock;
    }

    @GetMapping
    @Access(
            value = {"CHANGE_MANAGER", "OPERATIONS"},
            reach = Reach.PROVIDER)
    @Operation(
            operationId = "getLeadTimes",
            summary = "Hours between first notice and start, by designation; of the present month unless said")
    LeadTimesView get(
            @Parameter(description = "An instant or a date") @RequestParam(required = false) @Nullable String from,
            @Parameter(description = "An instant or a date") @RequestParam(required = false) @Nullable String to,
            Caller caller) {
        var zone = zones.of(null, caller);
        var month = YearMonth.now(clock.withZone(zone));
        var begin = Objects.requireNonNullElse(
                Narrowings.instant("from", from, zone),
                month.atDay(1).atStartOfDay(zone).toInstant());
        var end = Objects.requireNonNullElse(
                Narrowings.instant("to", to, zone),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
        return new LeadTimesView(begin, end, leadTimes.of(begin, end));
    }
}
