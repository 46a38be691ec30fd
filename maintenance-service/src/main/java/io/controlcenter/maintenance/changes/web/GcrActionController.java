package io.controlcenter.maintenance.changes.web;

import io.controlcenter.maintenance.changes.application.RunningGcrs;
import io.controlcenter.maintenance.changes.application.RunningGcrs.Action;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.Move;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** From the first notice to the end of the work; every enterprise that is hit hears of each step. */
@RestController
@RequestMapping(path = "/api/v{version}/gcrs/{gcrNumber}", version = "1")
@Tag(name = "Change management")
class GcrActionController {

    private final RunningGcrs running;
    private final GcrAnswers answers;

    GcrActionController(RunningGcrs running, GcrAnswers answers) {
        this.running = running;
        this.answers = answers;
    }

    @PostMapping("/propose")
    @IdempotentWrite
    @Access(value = "CHANGE_MANAGER", reach = Reach.PROVIDER)
    @Operation(operationId = "proposeGcr", summary = "Tell customers of a time that may still change")
    ResponseEntity<GcrView> propose(@PathVariable String gcrNumber, IfMatch ifMatch, Caller caller) {
        return answers.of(running.propose(action(gcrNumber, null, ifMatch, caller)), caller);
    }

    @PostMapping("/confirm")
    @IdempotentWrite
    @Access(value = "CHANGE_MANAGER", reach = Reach.PROVIDER)
    @Operation(operationId = "confirmGcr", summary = "Schedule the maintenance and tell customers")
    ResponseEntity<GcrView> confirm(@PathVariable String gcrNumber, IfMatch ifMatch, Caller caller) {
        return answers.of(running.confirm(action(gcrNumber, null, ifMatch, caller)), caller);
    }

    @PostMapping("/reschedule")
    @IdempotentWrite
    @Access(value = "CHANGE_MANAGER", reach = Reach.PROVIDER)
    @Operation(operationId = "rescheduleGcr", summary = "Give windows a new time, or add one; the number stays")
    ResponseEntity<GcrView> reschedule(
            @PathVariable String gcrNumber, @RequestBody GcrBodies.NewTimes to, IfMatch ifMatch, Caller caller) {
        var action = action(gcrNumber, to.reason(), ifMatch, caller);
        return answers.of(running.reschedule(action, moves(action.number(), to.windows())), caller);
    }

    private static List<Move> moves(GcrNumber gcr, List<GcrBodies.Moved> windows) {
        return windows.stream()
                .map(moved ->
                        new Move(moved.windowId() == null ? null : gcr.windowNumber(moved.windowId()), moved.times()))
                .toList();
    }

    @PostMapping("/postpone")
    @IdempotentWrite
    @Access(value = "CHANGE_MANAGER", reach = Reach.PROVIDER)
    @Operation(operationId = "postponeGcr", summary = "Put the maintenance off without a new date")
    ResponseEntity<GcrView> postpone(
            @PathVariable String gcrNumber,
            @RequestBody(required = false) GcrBodies.@Nullable Reason why,
            IfMatch ifMatch,
            Caller caller) {
        return answers.of(running.postpone(action(gcrNumber, reason(why), ifMatch, caller)), caller);
    }

    @PostMapping("/cancel")
    @IdempotentWrite
    @Access(value = "CHANGE_MANAGER", reach = Reach.PROVIDER)
    @Operation(operationId = "cancelGcr", summary = "Call the maintenance off, for good")
    ResponseEntity<GcrView> cancel(
            @PathVariable String gcrNumber,
            @RequestBody(required = false) GcrBodies.@Nullable Reason why,
            IfMatch ifMatch,
            Caller caller) {
        return answers.of(running.cancel(action(gcrNumber, reason(why), ifMatch, caller)), caller);
    }

    @PostMapping("/start")
    @IdempotentWrite
    @Access(value = "CHANGE_MANAGER", reach = Reach.PROVIDER)
    @Operation(operationId = "startGcr", summary = "The work in the next window begins; not long before it")
    ResponseEntity<GcrView> start(@PathVariable String gcrNumber, IfMatch ifMatch, Caller caller) {
        return answers.of(running.start(action(gcrNumber, null, ifMatch, caller)), caller);
    }

    @PostMapping("/complete")
    @IdempotentWrite
    @Access(value = "CHANGE_MANAGER", reach = Reach.PROVIDER)
    @Operation(operationId = "completeGcr", summary = "The work in the window is done, but for exceptions")
    ResponseEntity<GcrView> complete(
            @PathVariable String gcrNumber,
            @RequestBody(required = false) GcrBodies.@Nullable Completion completion,
            IfMatch ifMatch,
            Caller caller) {
        var action = action(gcrNumber, null, ifMatch, caller);
        var decision = running.complete(action, GcrBodies.exceptions(completion));
        return answers.of(GcrProblems.require(decision, "/exceptions"), null, caller);
    }

    @PostMapping("/not-complete")
    @IdempotentWrite
    @Access(value = "CHANGE_MANAGER", reach = Reach.PROVIDER)
    @Operation(operationId = "notCompleteGcr", summary = "The window ended and the work is not done")
    ResponseEntity<GcrView> notComplete(
            @PathVariable String gcrNumber,
            @RequestBody(required = false) GcrBodies.@Nullable Reason why,
            IfMatch ifMatch,
            Caller caller) {
        return answers.of(running.notComplete(action(gcrNumber, reason(why), ifMatch, caller)), caller);
    }

    @PostMapping("/invoke-alternate")
    @IdempotentWrite
    @Access(value = "CHANGE_MANAGER", reach = Reach.PROVIDER)
    @Operation(operationId = "invokeAlternateGcrWindow", summary = "The work goes on in the alternate window")
    ResponseEntity<GcrView> invokeAlternate(
            @PathVariable String gcrNumber,
            @RequestBody(required = false) GcrBodies.@Nullable Reason why,
            IfMatch ifMatch,
            Caller caller) {
        return answers.of(running.invokeAlternate(action(gcrNumber, reason(why), ifMatch, caller)), caller);
    }

    @PostMapping("/updates")
    @IdempotentWrite
    @Access(value = "CHANGE_MANAGER", reach = Reach.PROVIDER)
    @Operation(operationId = "addGcrUpdate", summary = "Add a word on how it goes to the log that customers read")
    ResponseEntity<GcrView> update(
            @PathVariable String gcrNumber, @RequestBody GcrBodies.Update update, IfMatch ifMatch, Caller caller) {
        return answers.of(running.say(action(gcrNumber, null, ifMatch, caller), update.text()), caller);
    }

    /** Nobody has to say why. */
    private static @Nullable String reason(GcrBodies.@Nullable Reason why) {
        return why == null ? null : why.reason();
    }

    private static Action action(String gcrNumber, @Nullable String reason, IfMatch ifMatch, Caller caller) {
        return new Action(GcrProblems.number(gcrNumber), ifMatch::require, reason, caller.name());
    }
}
