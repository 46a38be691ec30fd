package io.controlcenter.billing.requests.web;

import io.controlcenter.billing.requests.application.Answer;
import io.controlcenter.billing.requests.application.Person;
import io.controlcenter.billing.requests.application.ReadingRequests;
import io.controlcenter.billing.requests.application.WorkingOnRequests;
import io.controlcenter.billing.requests.domain.BillingRequest.Verdict;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What billing coordinators do with a request. */
@RestController
@RequestMapping(path = "/api/v{version}/billing-requests/{requestNumber}", version = "1")
@Tag(name = "Work on billing requests")
class RequestWorkController {

    record Assignment(
            @Nullable @Schema(description = "A coordinator; whoever was given one least recently when absent")
            String userId) {}

    record QuestionToCustomer(@NotBlank @Size(max = 2000) String question) {}

    record NewDecision(
            @NotNull Verdict outcome,
            @NotBlank @Size(max = 4000) String text,

            @Nullable @Size(max = 200) @Schema(description = "Only of PARTLY_UPHELD: what is given back of each line")
            List<@Valid LineCredit> credits) {}

    record LineCredit(
            @NotBlank String lineId,

            @NotNull
            @DecimalMin("0")
            @Digits(integer = 12, fraction = 4)
            @Schema(description = "In the account's currency")
            BigDecimal creditAmount) {}

    private final WorkingOnRequests working;
    private final ReadingRequests reading;

    RequestWorkController(WorkingOnRequests working, ReadingRequests reading) {
        this.working = working;
        this.reading = reading;
    }

    @PostMapping("/acknowledge")
    @IdempotentWrite
    @Access(value = "BILLING_COORDINATOR", reach = Reach.PROVIDER)
    @Operation(
            operationId = "acknowledgeBillingRequest",
            summary = "Tell the customer that it has come; stops the clock")
    ResponseEntity<RequestView> acknowledge(@PathVariable String requestNumber, IfMatch ifMatch, Caller caller) {
        return answer(working.acknowledge(requestNumber, ifMatch::require, Person.of(caller)));
    }

    @PostMapping("/assign")
    @IdempotentWrite
    @Access(value = "BILLING_COORDINATOR", reach = Reach.PROVIDER)
    @Operation(operationId = "assignBillingRequest", summary = "Give it a coordinator, or another one")
    ResponseEntity<RequestView> assign(
            @PathVariable String requestNumber, @RequestBody Assignment assignment, IfMatch ifMatch, Caller caller) {
        return answer(working.assign(requestNumber, ifMatch::require, assignment.userId(), Person.of(caller)));
    }

    @PostMapping("/research")
    @IdempotentWrite
    @Access(value = "BILLING_COORDINATOR", reach = Reach.PROVIDER)
    @Operation(operationId = "researchBillingRequest", summary = "Begin to look into it")
    ResponseEntity<RequestView> research(@PathVariable String requestNumber, IfMatch ifMatch, Caller caller) {
        return answer(working.research(requestNumber, ifMatch::require, Person.of(caller)));
    }

    @PostMapping("/pend")
    @IdempotentWrite
    @Access(value = "BILLING_COORDINATOR", reach = Reach.PROVIDER)
    @Operation(
            operationId = "pendBillingRequest",
            summary = "Ask the customer; after 10 business days without an answer it is closed")
    ResponseEntity<RequestView> pend(
            @PathVariable String requestNumber, @RequestBody QuestionToCustomer asked, IfMatch ifMatch, Caller caller) {
        return answer(working.pend(requestNumber, ifMatch::require, asked.question(), Person.of(caller)));
    }

    @PostMapping("/resolve")
    @IdempotentWrite
    @Access(value = "BILLING_COORDINATOR", reach = Reach.PROVIDER)
    @Operation(
            operationId = "resolveBillingRequest",
            summary = "Decide; what is upheld of a dispute is given back by a credit note, the rest is due again")
    ResponseEntity<RequestView> resolve(
            @PathVariable String requestNumber, @RequestBody NewDecision decision, IfMatch ifMatch, Caller caller) {
        return answer(working.resolve(
                requestNumber,
                ifMatch::require,
                decision.outcome(),
                decision.text(),
                credits(decision.credits()),
                Person.of(caller)));
    }

    private static @Nullable Map<String, BigDecimal> credits(@Nullable List<LineCredit> credits) {
        if (credits == null) {
            return null;
        }
        var byLine = new LinkedHashMap<String, BigDecimal>();
        for (int i = 0; i < credits.size(); i++) {
            if (byLine.put(credits.get(i).lineId(), credits.get(i).creditAmount()) != null) {
                throw Problem.unprocessable(Violation.invalid("/credits/" + i + "/lineId", "A line is named once."));
            }
        }
        return byLine;
    }

    @PostMapping("/close")
    @IdempotentWrite
    @Access(value = "BILLING_COORDINATOR", reach = Reach.PROVIDER)
    @Operation(operationId = "closeBillingRequest", summary = "Close it as the customer asked")
    ResponseEntity<RequestView> close(@PathVariable String requestNumber, IfMatch ifMatch, Caller caller) {
        return answer(working.close(requestNumber, ifMatch::require, Person.of(caller)));
    }

    private ResponseEntity<RequestView> answer(Answer answer) {
        var request = RequestProblems.require(answer);
        var whole = reading.find(request.requestNumber(), true).orElseThrow();
        return ResponseEntity.ok().eTag(IfMatch.tag(request.version())).body(RequestView.of(whole));
    }
}
