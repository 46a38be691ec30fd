package io.controlcenter.maintenance.changes.web;

import io.controlcenter.maintenance.changes.application.ReadingGcrs;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Maintenance as those see it whom it hits, and as change managers see it, who name no enterprise and see it whole. */
@RestController
@RequestMapping(path = "/api/v{version}/gcrs", version = "1")
@Tag(name = "Maintenance")
class GcrController {

    private final ReadingGcrs reading;
    private final GcrAnswers answers;
    private final ReaderZones zones;

    GcrController(ReadingGcrs reading, GcrAnswers answers, ReaderZones zones) {
        this.reading = reading;
        this.answers = answers;
        this.zones = zones;
    }

    @GetMapping
    @Access(
            value = {"MAINT_VIEW", "MAINT_INQUIRE", "CHANGE_MANAGER", "CCM", "TECHNICIAN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(operationId = "listGcrs", summary = "Maintenance that hits the enterprise, in order of its start")
    @Parameter(name = "from", description = "Only what ends after this instant or date")
    @Parameter(name = "to", description = "Only what begins before this instant or date")
    @Parameter(name = "state", description = "Only these states, separated by commas")
    @Parameter(name = "serviceId", description = "Only what hits one of these services")
    @Parameter(name = "circuitId", description = "Only what hits one of these circuits")
    @Parameter(name = "accountId", description = "Only what hits services on these billing accounts")
    @Parameter(name = "impact", description = "Only what some service feels in one of these ways")
    @Parameter(name = "q", description = "Words of the title, a GCR number with or without GCR, a circuit, or a city")
    @Parameter(name = "timeZone", description = "Of the reader, for localStart and localEnd; the profile's when absent")
    ResponseEntity<Page<GcrSummary>> list(ListRequest request, Caller caller) {
        Narrowings.requireAccounts(request.filter("accountId"), caller);
        var asked = Narrowings.of(request, () -> zones.of(request.filter("timeZone"), caller));
        return reading.list(caller.enterpriseId(), asked.narrowing(), asked.rest())
                .map(line -> GcrSummary.of(line, asked.zone(), caller.isProvider()))
                .toResponse();
    }

    @GetMapping("/{gcrNumber}")
    @Access(
            value = {"MAINT_VIEW", "MAINT_INQUIRE", "CHANGE_MANAGER", "CCM", "TECHNICIAN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(operationId = "getGcr", summary = "One maintenance event, by its GCR number")
    ResponseEntity<GcrView> get(
            @PathVariable String gcrNumber,
            @Parameter(description = "Of the reader, for localStart and localEnd; the profile's when absent")
                    @RequestParam(required = false)
                    @Nullable
                    String timeZone,
            Caller caller) {
        var number = GcrProblems.number(gcrNumber);
        var gcr = reading.find(number).orElseThrow(() -> Problem.notFound("The GCR " + number));
        return answers.of(gcr, timeZone, caller);
    }

    private GcrNumber visible(String written) {
        var number = GcrProblems.number(written);
        if (reading.find(number).isEmpty()) {
            throw Problem.notFound("The GCR " + number);
        }
        return number;
    }

    @GetMapping("/{gcrNumber}/impacts")
    @Access(
            value = {"MAINT_VIEW", "MAINT_INQUIRE", "CHANGE_MANAGER", "CCM", "TECHNICIAN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(operationId = "listGcrImpacts", summary = "What services of the enterprise feel of it, by window")
    @Parameter(name = "serviceId", description = "Only these services")
    @Parameter(name = "accountId", description = "Only services on these billing accounts")
    @Parameter(name = "outcome", description = "Only these outcomes")
    ResponseEntity<Page<ImpactView>> impacts(@PathVariable String gcrNumber, ListRequest request, Caller caller) {
        var number = visible(gcrNumber);
        return reading.impacts(number, caller.enterpriseId(), request)
                .map(line -> ImpactView.of(number, line))
                .toResponse();
    }

    @GetMapping("/{gcrNumber}/updates")
    @Access(
            value = {"MAINT_VIEW", "MAINT_INQUIRE", "CHANGE_MANAGER", "CCM", "TECHNICIAN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(operationId = "listGcrUpdates", summary = "What was said about it, newest first")
    ResponseEntity<Page<ReadingGcrs.UpdateLine>> updates(@PathVariable String gcrNumber, ListRequest request) {
        return reading.updates(visible(gcrNumber), request).toResponse();
    }

    @GetMapping("/{gcrNumber}/notices")
    @Access(
            value = {"MAINT_VIEW", "MAINT_INQUIRE", "CHANGE_MANAGER", "CCM", "TECHNICIAN", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(operationId = "listGcrNotices", summary = "When the enterprise was told what, newest first")
    ResponseEntity<Page<ReadingGcrs.NoticeLine>> notices(
            @PathVariable String gcrNumber, ListRequest request, Caller caller) {
        return reading.notices(visible(gcrNumber), caller.enterpriseId(), request)
                .toResponse();
    }
}
