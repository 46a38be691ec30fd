package io.controlcenter.maintenance.changes.web;

import io.controlcenter.maintenance.changes.application.Decision;
import io.controlcenter.maintenance.changes.application.PlanningGcrs;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.GcrSnapshot;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What change managers do before anybody is told. */
@RestController
@RequestMapping(path = "/api/v{version}/gcrs", version = "1")
@Tag(name = "Change management")
class GcrPlanningController {

    private final PlanningGcrs planning;

    GcrPlanningController(PlanningGcrs planning) {
        this.planning = planning;
    }

    @PostMapping
    @IdempotentWrite
    @Access(value = "CHANGE_MANAGER", reach = Reach.PROVIDER)
    @Operation(
            operationId = "createGcr",
            summary = "Plan a maintenance; the enterprises that it hits follow from the services, circuits or places")
    ResponseEntity<GcrView> create(@RequestBody GcrBodies.NewGcr gcr, Caller caller) {
        var made = GcrProblems.require(
                planning.draft(
                        number(gcr.gcrNumber()),
                        gcr.work(),
                        GcrBodies.wishes(gcr.windows()),
                        GcrBodies.selections(gcr.impacts()),
                        caller.name()),
                "/impacts");
        return ResponseEntity.created(URI.create("/api/v1/gcrs/" + made.number()))
                .eTag(IfMatch.tag(made.version()))
                .body(GcrView.of(made));
    }

    private static @Nullable GcrNumber number(@Nullable String written) {
        return written == null
                ? null
                : GcrNumber.parse(written)
                        .orElseThrow(() -> Problem.unprocessable(new Violation(
                                "/gcrNumber",
                                Violation.INVALID_FORMAT,
                                "A GCR number has nine digits and begins with no zero.")));
    }

    @PutMapping("/{gcrNumber}/windows")
    @Access(value = "CHANGE_MANAGER", reach = Reach.PROVIDER)
    @Operation(operationId = "setGcrWindows", summary = "Replace the windows of a planned GCR")
    ResponseEntity<GcrView> windows(
            @PathVariable String gcrNumber, @RequestBody GcrBodies.Windows to, IfMatch ifMatch, Caller caller) {
        return answer(planning.setWindows(
                GcrProblems.number(gcrNumber), GcrBodies.wishes(to.windows()), ifMatch::require, caller.name()));
    }

    @PutMapping("/{gcrNumber}/impacts")
    @Access(value = "CHANGE_MANAGER", reach = Reach.PROVIDER)
    @Operation(operationId = "setGcrImpacts", summary = "Replace the services that a planned GCR hits")
    ResponseEntity<GcrView> impacts(
            @PathVariable String gcrNumber, @RequestBody GcrBodies.ImpactList to, IfMatch ifMatch, Caller caller) {
        return answer(planning.setServices(
                GcrProblems.number(gcrNumber), GcrBodies.selections(to.impacts()), ifMatch::require, caller.name()));
    }

    private static ResponseEntity<GcrView> answer(Decision decision) {
        return answer(GcrProblems.require(decision, "/impacts"));
    }

    static ResponseEntity<GcrView> answer(GcrSnapshot gcr) {
        return ResponseEntity.ok().eTag(IfMatch.tag(gcr.version())).body(GcrView.of(gcr));
    }
}
