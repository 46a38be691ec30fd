package io.controlcenter.maintenance.changes.web;

import io.controlcenter.maintenance.changes.application.PlanningGcrs;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What change managers decide of a GCR: its work, its windows, its services. */
@RestController
@RequestMapping(path = "/api/v{version}/gcrs", version = "1")
@Tag(name = "Change management")
class GcrPlanningController {

    private final PlanningGcrs planning;
    private final GcrAnswers answers;

    GcrPlanningController(PlanningGcrs planning, GcrAnswers answers) {
        this.planning = planning;
        this.answers = answers;
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
                        GcrBodies.wishes(null, gcr.windows()),
                        GcrBodies.selections("/impacts", gcr.impacts()),
                        caller.name()),
                "/impacts");
        return answers.created(made, caller);
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
    @Operation(
            operationId = "setGcrWindows",
            summary = "Replace the windows; once customers know of them, with a new sequence and a notice")
    ResponseEntity<GcrView> windows(
            @PathVariable String gcrNumber, @RequestBody GcrBodies.Windows to, IfMatch ifMatch, Caller caller) {
        var number = GcrProblems.number(gcrNumber);
        var wishes = GcrBodies.wishes(number, to.windows());
        return answers.of(planning.setWindows(number, wishes, ifMatch::require, caller.name()), caller);
    }

    @PutMapping("/{gcrNumber}/impacts")
    @Access(value = "CHANGE_MANAGER", reach = Reach.PROVIDER)
    @Operation(
            operationId = "setGcrImpacts",
            summary = "Replace the services; whoever joins, leaves or feels more is told with a new sequence")
    ResponseEntity<GcrView> impacts(
            @PathVariable String gcrNumber, @RequestBody GcrBodies.ImpactList to, IfMatch ifMatch, Caller caller) {
        var number = GcrProblems.number(gcrNumber);
        var selections = GcrBodies.selections("/impacts", to.impacts());
        var decision = planning.setServices(number, selections, ifMatch::require, caller.name());
        return answers.of(GcrProblems.require(decision, "/impacts"), null, caller);
    }
}
