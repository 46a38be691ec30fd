package io.controlcenter.order.ordering.web;

import io.controlcenter.order.ordering.application.ReadingOrders;
import io.controlcenter.order.ordering.application.WatchingOrders;
import io.controlcenter.order.ordering.domain.Jeopardy;
import io.controlcenter.order.ordering.web.Inputs.Because;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which orders need attention: work list, jeopardy, escalations. */
@RestController
@RequestMapping(path = "/api/v{version}/orders", version = "1")
@Tag(name = "Delivery")
class WatchController {

    record JeopardyReport(
            Jeopardy.@NotNull Code code,
            @NotBlank @Size(max = 1000) String reason,

            @Schema(description = "What is done about it") @NotBlank @Size(max = 2000)
            String plan,

            @Schema(description = "By how many days delivery is expected to be late; gives the level. 0 unless said")
            @Nullable
            @Min(0)
            @Max(365)
            Integer expectedDelayDays) {}

    @Schema(name = "OrderEscalation")
    record EscalationView(
            long id,

            @Schema(description = "CCM_MANAGER, DIRECTOR or VP")
            String level,

            String reason,
            Instant at,
            String actor,
            @Schema(description = "CUSTOMER or PROVIDER") String source) {}

    private final WatchingOrders watching;
    private final ReadingOrders reading;
    private final Answers answers;

    WatchController(WatchingOrders watching, ReadingOrders reading, Answers answers) {
        this.watching = watching;
        this.reading = reading;
        this.answers = answers;
    }

    @GetMapping("/work-list")
    @Access(
            value = {"CCM", "OPERATIONS"},
            reach = Reach.PROVIDER)
    @Operation(
            operationId = "listCareManagerOrders",
            summary = "The open orders that the caller cares for: the escalated and those in jeopardy first")
    @Parameter(name = "state", description = "Only orders in these states, separated by commas")
    @Parameter(name = "jeopardy", description = "Only orders in jeopardy with these codes, separated by commas")
    @Parameter(name = "jeopardyLevel", description = "Only orders in jeopardy of these levels, separated by commas")
    @Parameter(name = "escalationLevel", description = "Only orders escalated to these levels, separated by commas")
    ResponseEntity<Page<OrderSummary>> workList(ListRequest request, Caller caller) {
        return reading.workList(caller.subject(), request).map(OrderSummary::of).toResponse();
    }

    @GetMapping("/escalated")
    @Access(
            value = {"CCM", "OPERATIONS"},
            reach = Reach.PROVIDER)
    @Operation(
            operationId = "listEscalatedOrders",
            summary = "The customer escalations desk: all open orders that were escalated, the highest first")
    @Parameter(name = "escalationLevel", description = "Only orders escalated to these levels, separated by commas")
    ResponseEntity<Page<OrderSummary>> escalated(ListRequest request) {
        return reading.escalated(request).map(OrderSummary::of).toResponse();
    }

    @PutMapping("/{orderNumber}/jeopardy")
    @Access("CCM")
    @Operation(operationId = "raiseJeopardy", summary = "Flag that the delivery is in danger, with a plan")
    ResponseEntity<OrderView> raise(
            @PathVariable String orderNumber, @RequestBody JeopardyReport report, IfMatch ifMatch, Caller caller) {
        var danger = new WatchingOrders.Danger(
                report.code(),
                report.reason(),
                report.plan(),
                Objects.requireNonNullElse(report.expectedDelayDays(), 0));
        return answers.of(watching.endanger(orderNumber, danger, ifMatch::require, Callers.person(caller)));
    }

    @DeleteMapping("/{orderNumber}/jeopardy")
    @Access("CCM")
    @Operation(operationId = "clearJeopardy", summary = "Say that the danger is over")
    ResponseEntity<OrderView> clear(@PathVariable String orderNumber, IfMatch ifMatch, Caller caller) {
        return answers.of(watching.clear(orderNumber, ifMatch::require, Callers.person(caller)));
    }

    @PostMapping("/{orderNumber}/escalations")
    @IdempotentWrite
    @Access({"ORDER_WRITE", "SALES", "CUSTOMER_SUCCESS", "CCM"})
    @Operation(
            operationId = "escalateOrder",
            summary = "Take the order one step higher at the customer escalations desk: CCM manager, director, VP")
    ResponseEntity<OrderView> escalate(
            @PathVariable String orderNumber, @RequestBody Because wish, IfMatch ifMatch, Caller caller) {
        return answers.of(watching.escalate(orderNumber, wish.reason(), ifMatch::require, Callers.person(caller)));
    }

    @GetMapping("/{orderNumber}/escalations")
    @Access({"ORDER_VIEW", "ORDER_WRITE", "SALES", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(operationId = "listOrderEscalations", summary = "How far the order was escalated, and why, oldest first")
    ResponseEntity<Page<EscalationView>> escalations(@PathVariable String orderNumber, ListRequest request) {
        var _ = reading.find(orderNumber).orElseThrow(() -> Problem.notFound("The order " + orderNumber));
        return reading.escalations(orderNumber, request)
                .map(entry -> new EscalationView(
                        entry.id(), entry.level(), entry.reason(), entry.at(), entry.actor(), entry.source()))
                .toResponse();
    }
}
