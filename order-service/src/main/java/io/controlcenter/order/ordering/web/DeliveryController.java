package io.controlcenter.order.ordering.web;

import io.controlcenter.order.ordering.application.CaringForOrders;
import io.controlcenter.order.ordering.application.DeliveringOrders;
import io.controlcenter.order.ordering.application.PlacingOrders;
import io.controlcenter.order.ordering.application.PlanningOrders;
import io.controlcenter.order.ordering.domain.MilestoneCode;
import io.controlcenter.order.ordering.domain.Progress;
import io.controlcenter.order.ordering.web.Inputs.Because;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the provider reports of an order between submittal and connection notice. */
@RestController
@RequestMapping(path = "/api/v{version}/orders/{orderNumber}", version = "1")
@Tag(name = "Delivery")
class DeliveryController {

    record Assignment(
            @NotBlank @Schema(description = "User id of a care manager")
            String userId) {}

    record Rejection(@NotEmpty @Size(max = 100) List<@Valid RejectionError> errors) {}

    @Schema(name = "OrderRejectionError")
    record RejectionError(
            @NotNull @Schema(description = "JSON Pointer into the order", example = "/items/0/siteId")
            String pointer,

            @NotBlank @Size(max = 100) String code,
            @NotBlank @Size(max = 1000) String detail) {}

    record MilestoneReport(
            @Schema(description = "Of CCD_SET the customer commit date, of FOC_RECEIVED the carrier's; else not used")
            @Nullable
            LocalDate date,

            @Nullable @Size(max = 1000) String note) {}

    record MilestonePlan(
            @Schema(description = "When it is to be reached; null to leave it out") @Nullable
            LocalDate plannedDate,

            @Schema(description = "Why another date than before, or why it is left out") @Nullable @Size(max = 1000)
            String reason) {}

    record Commitment(
            @NotNull LocalDate date,

            @Schema(description = "Why another date than before; needed") @Nullable @Size(max = 1000)
            String reason) {}

    private final PlacingOrders placing;
    private final CaringForOrders care;
    private final DeliveringOrders delivering;
    private final PlanningOrders planning;
    private final Answers answers;

    DeliveryController(
            PlacingOrders placing,
            CaringForOrders care,
            DeliveringOrders delivering,
            PlanningOrders planning,
            Answers answers) {
        this.placing = placing;
        this.care = care;
        this.delivering = delivering;
        this.planning = planning;
        this.answers = answers;
    }

    @PostMapping("/rejection")
    @IdempotentWrite
    @Access({"CCM", "OPERATIONS"})
    @Operation(
            operationId = "rejectOrder",
            summary = "Reject a submitted order that cannot be delivered as it is, with what is wrong where")
    ResponseEntity<OrderView> reject(
            @PathVariable String orderNumber, @RequestBody Rejection rejection, IfMatch ifMatch, Caller caller) {
        var errors = rejection.errors().stream()
                .map(error -> new Progress.TerminationError(error.pointer(), error.code(), error.detail()))
                .toList();
        return answers.of(placing.reject(orderNumber, errors, ifMatch::require, Callers.person(caller)));
    }

    @PutMapping("/ccm")
    @Access({"CCM", "OPERATIONS"})
    @Operation(
            operationId = "assignCareManager",
            summary = "Give the order this care manager; the acknowledgement letter is issued anew")
    ResponseEntity<OrderView> assign(
            @PathVariable String orderNumber, @RequestBody Assignment to, IfMatch ifMatch, Caller caller) {
        return answers.of(care.assign(orderNumber, to.userId(), ifMatch::require, Callers.person(caller)));
    }

    @PostMapping("/milestones/{code}")
    @IdempotentWrite
    @Access("CCM")
    @Operation(
            operationId = "reportMilestone",
            summary = "Report that a milestone is reached; CCD_SET starts fulfilment, CONNECTION_NOTICE_SENT ends it")
    ResponseEntity<OrderView> report(
            @PathVariable String orderNumber,
            @PathVariable MilestoneCode code,
            @RequestBody MilestoneReport report,
            IfMatch ifMatch,
            Caller caller) {
        return answers.of(delivering.report(
                orderNumber, code, report.date(), report.note(), ifMatch::require, Callers.person(caller)));
    }

    @PutMapping("/milestones/{code}")
    @Access("CCM")
    @Operation(
            operationId = "planMilestone",
            summary = "Plan when a milestone is to be reached, or leave it out; a changed date needs its reason")
    ResponseEntity<OrderView> plan(
            @PathVariable String orderNumber,
            @PathVariable MilestoneCode code,
            @RequestBody MilestonePlan plan,
            IfMatch ifMatch,
            Caller caller) {
        return answers.of(planning.plan(
                orderNumber, code, plan.plannedDate(), plan.reason(), ifMatch::require, Callers.person(caller)));
    }

    @PutMapping("/customer-commit-date")
    @Access("CCM")
    @Operation(operationId = "changeCommitDate", summary = "Commit to another date, with the reason (MEF R50)")
    ResponseEntity<OrderView> commit(
            @PathVariable String orderNumber, @RequestBody Commitment to, IfMatch ifMatch, Caller caller) {
        return answers.of(
                planning.recommit(orderNumber, to.date(), to.reason(), ifMatch::require, Callers.person(caller)));
    }

    @PostMapping("/point-of-no-return")
    @IdempotentWrite
    @Access("CCM")
    @Operation(
            operationId = "passPointOfNoReturn",
            summary = "Say that expense which cannot be recovered has begun; the date cannot be changed any more")
    ResponseEntity<OrderView> pass(
            @PathVariable String orderNumber, @RequestBody Because point, IfMatch ifMatch, Caller caller) {
        return answers.of(
                delivering.passPointOfNoReturn(orderNumber, point.reason(), ifMatch::require, Callers.person(caller)));
    }
}
