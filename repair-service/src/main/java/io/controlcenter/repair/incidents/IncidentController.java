package io.controlcenter.repair.incidents;

import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.controlcenter.repair.ticketing.domain.RootCause;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Known incidents: the provider declares them, and everybody sees those that affect services within reach. */
@RestController
@RequestMapping(path = "/api/v{version}/incidents", version = "1")
@Tag(name = "Incidents")
class IncidentController {

    record NewIncident(
            @NotBlank @Size(max = 200) String title,

            @NotBlank @Size(max = 4000) @Schema(description = "For customers")
            String description,

            @Nullable @Schema(description = "Now, unless said otherwise")
            Instant startedAt,

            @Nullable Instant expectedEnd,
            @Nullable @Size(max = 5000) List<@NotBlank String> serviceIds,
            @Nullable @Size(max = 5000) List<@NotBlank String> circuitIds) {}

    record IncidentNews(
            @NotBlank @Size(max = 4000) @Schema(description = "For customers")
            String text,

            @Nullable @Schema(description = "IN_PROGRESS once somebody works on it; to close it has a call of its own")
            IncidentState state,

            @Nullable Instant expectedEnd,

            @Nullable @Size(max = 5000) @Schema(description = "Services that turned out to be affected, too")
            List<@NotBlank String> serviceIds) {}

    record IncidentEnd(
            @NotNull @Valid Cause rootCause,

            @NotBlank @Size(max = 4000) @Schema(description = "What was done; resolves the tickets that follow")
            String note) {}

    record Cause(
            RootCause.@NotNull Code code,
            RootCause.@NotNull Party party,
            @Nullable @Size(max = 1000) String text) {}

    @Schema(name = "Incident")
    record IncidentView(
            @Schema(example = "I-10000001") String incidentNumber,
            String href,
            String title,
            String description,

            @Schema(description = "created, inProgress or closed (MEF 124)")
            String state,

            Instant startedAt,
            @Nullable Instant expectedEnd,
            @Nullable String resolution,
            Instant declaredAt,
            @Nullable Instant closedAt,

            @Schema(description = "The affected services that you may see")
            List<String> serviceIds,

            @Schema(description = "Newest first") List<UpdateView> updates) {}

    @Schema(name = "IncidentUpdate")
    record UpdateView(Instant at, String text) {}

    private final DeclaringIncidents declaring;
    private final Incidents incidents;

    IncidentController(DeclaringIncidents declaring, Incidents incidents) {
        this.declaring = declaring;
        this.incidents = incidents;
    }

    @GetMapping
    @Access(
            value = {"REPAIR_VIEW", "REPAIR_WRITE", "TECHNICIAN", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(operationId = "listIncidents", summary = "Known incidents on your services, newest first")
    @Parameter(name = "state", description = "Only incidents in these states, separated by commas")
    @Parameter(name = "startedAt.gte", description = "Only incidents that began at this instant or later")
    ResponseEntity<Page<IncidentView>> list(ListRequest request) {
        var page = incidents.list(request);
        var numbers = page.items().stream().map(Incidents.Row::incidentNumber).toList();
        var affected = incidents.affected(numbers);
        var updates = incidents.updates(numbers);
        return page.map(incident -> view(incident, affected, updates)).toResponse();
    }

    @GetMapping("/{incidentNumber}")
    @Access(
            value = {"REPAIR_VIEW", "REPAIR_WRITE", "TECHNICIAN", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"},
            reach = Reach.SHARED)
    @Operation(operationId = "getIncident", summary = "One known incident")
    ResponseEntity<IncidentView> get(@PathVariable String incidentNumber) {
        return incidents
                .find(incidentNumber)
                .map(this::answer)
                .orElseThrow(() -> Problem.notFound("The incident " + incidentNumber));
    }

    @PostMapping
    @IdempotentWrite(keyRequired = true)
    @Access(
            value = {"TECHNICIAN", "OPERATIONS"},
            reach = Reach.PROVIDER)
    @Operation(
            operationId = "declareIncident",
            summary = "Declare an incident on services; their open tickets, and those to come, follow it")
    ResponseEntity<IncidentView> declare(@RequestBody NewIncident incident, Caller caller) {
        requireAll(caller);
        var declared = declaring.declare(
                new DeclaringIncidents.Declaration(
                        incident.title(),
                        incident.description(),
                        incident.startedAt(),
                        incident.expectedEnd(),
                        Objects.requireNonNullElse(incident.serviceIds(), List.of()),
                        Objects.requireNonNullElse(incident.circuitIds(), List.of())),
                caller.name());
        return ResponseEntity.created(URI.create("/api/v1/incidents/" + declared.incidentNumber()))
                .eTag(IfMatch.tag(declared.version()))
                .body(view(declared));
    }

    @PostMapping("/{incidentNumber}/updates")
    @IdempotentWrite
    @Access(
            value = {"TECHNICIAN", "OPERATIONS"},
            reach = Reach.PROVIDER)
    @Operation(operationId = "updateIncident", summary = "Tell how it goes; the affected customers hear of it")
    ResponseEntity<IncidentView> update(
            @PathVariable String incidentNumber, @RequestBody IncidentNews news, IfMatch ifMatch, Caller caller) {
        requireAll(caller);
        return answer(declaring.update(
                incidentNumber,
                new DeclaringIncidents.News(
                        news.text(),
                        news.state(),
                        news.expectedEnd(),
                        Objects.requireNonNullElse(news.serviceIds(), List.of())),
                ifMatch::require));
    }

    @PostMapping("/{incidentNumber}/close")
    @IdempotentWrite
    @Access(
            value = {"TECHNICIAN", "OPERATIONS"},
            reach = Reach.PROVIDER)
    @Operation(
            operationId = "closeIncident",
            summary = "It is over: the tickets that follow it are resolved, and their customers asked to confirm")
    ResponseEntity<IncidentView> close(
            @PathVariable String incidentNumber, @RequestBody IncidentEnd end, IfMatch ifMatch, Caller caller) {
        requireAll(caller);
        var cause = new RootCause(
                end.rootCause().code(), end.rootCause().party(), end.rootCause().text());
        return answer(declaring.close(incidentNumber, cause, end.note(), ifMatch::require));
    }

    /** Within one enterprise the services of the others would be out of sight, and their customers not told. */
    private static void requireAll(Caller caller) {
        if (caller.enterpriseId() != null) {
            throw Problem.badRequest(
                    "enterprise-not-wanted", "An incident is of all enterprises; leave X-Enterprise-Id out.");
        }
    }

    private ResponseEntity<IncidentView> answer(Incidents.Row incident) {
        return ResponseEntity.ok().eTag(IfMatch.tag(incident.version())).body(view(incident));
    }

    private IncidentView view(Incidents.Row incident) {
        var number = List.of(incident.incidentNumber());
        return view(incident, incidents.affected(number), incidents.updates(number));
    }

    /** @param affected and updates: those of this incident, and perhaps of others */
    private static IncidentView view(
            Incidents.Row incident, List<Incidents.Affected> affected, List<Incidents.Update> updates) {
        var number = incident.incidentNumber();
        return new IncidentView(
                number,
                "/api/v1/incidents/" + number,
                incident.title(),
                incident.description(),
                incident.state().wire(),
                incident.startedAt(),
                incident.expectedEnd(),
                incident.resolution(),
                incident.declaredAt(),
                incident.closedAt(),
                affected.stream()
                        .filter(service -> service.incidentNumber().equals(number))
                        .map(Incidents.Affected::serviceId)
                        .toList(),
                updates.stream()
                        .filter(update -> update.incidentNumber().equals(number))
                        .map(update -> new UpdateView(update.at(), update.text()))
                        .toList());
    }
}
