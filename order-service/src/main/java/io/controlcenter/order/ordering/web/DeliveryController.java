package io.controlcenter.order.ordering.web;

import io.controlcenter.order.ordering.application.AcceptingOrders;
import io.controlcenter.order.ordering.application.CaringForOrders;
import io.controlcenter.order.ordering.application.Decision;
import io.controlcenter.order.ordering.application.ReadingOrders;
import io.controlcenter.order.ordering.domain.MilestoneCode;
import io.controlcenter.platform.idempotency.IdempotentWrite;
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
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happens to an order between acknowledgement and acceptance. */
@RestController
@RequestMapping(path = "/api/v{version}/orders", version = "1")
@Tag(name = "Delivery")
class DeliveryController {

    record Assignment(
            @NotBlank @Schema(description = "User id of a care manager")
            String userId) {}

    record MilestoneReport(
            @Schema(description = "The customer commit date; only for CCD_SET") @Nullable
            LocalDate date,

            @Nullable @Size(max = 1000) String note) {}

    record Answer(
            @NotNull Verdict decision,
            @Nullable @Size(max = 1000) String reason) {

        enum Verdict {
            ACCEPTED,
            REJECTED
        }
    }

    record NewNote(@NotBlank @Size(max = 4000) String text) {}

    private final CaringForOrders care;
    private final AcceptingOrders accepting;
    private final ReadingOrders reading;
    private final OrderViewMapper views;

    DeliveryController(CaringForOrders care, AcceptingOrders accepting, ReadingOrders reading, OrderViewMapper views) {
        this.care = care;
        this.accepting = accepting;
        this.reading = reading;
        this.views = views;
    }

    @GetMapping("/work-list")
    @Access(
            value = {"CCM", "OPERATIONS"},
            reach = Reach.PROVIDER)
    @Operation(operationId = "listCareManagerOrders", summary = "The open orders that the caller cares for")
    @Parameter(name = "state", description = "Only orders in these states, separated by commas")
    ResponseEntity<Page<OrderSummary>> workList(ListRequest request, Caller caller) {
        return reading.workList(caller.subject(), request).map(OrderSummary::of).toResponse();
    }

    @PutMapping("/{orderNumber}/ccm")
    @Access({"CCM", "OPERATIONS"})
    @Operation(
            operationId = "assignCareManager",
            summary = "Give the order this care manager; the acknowledgement letter is issued anew")
    ResponseEntity<OrderView> assign(
            @PathVariable String orderNumber, @RequestBody Assignment to, IfMatch ifMatch, Caller caller) {
        return answer(care.assign(orderNumber, to.userId(), ifMatch::require, Callers.person(caller)));
    }

    @PostMapping("/{orderNumber}/milestones/{code}")
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
        return answer(
                care.report(orderNumber, code, report.date(), report.note(), ifMatch::require, Callers.person(caller)));
    }

    @PostMapping("/{orderNumber}/acceptance")
    @IdempotentWrite
    @Access("ORDER_WRITE")
    @Operation(
            operationId = "answerConnectionNotice",
            summary = "Accept the services, which installs them and starts their billing, or reject with a reason")
    ResponseEntity<OrderView> answerNotice(
            @PathVariable String orderNumber, @RequestBody Answer answer, IfMatch ifMatch, Caller caller) {
        var by = Callers.person(caller);
        return answer(
                switch (answer.decision()) {
                    case ACCEPTED -> accepting.accept(orderNumber, ifMatch::require, by);
                    case REJECTED -> accepting.reject(orderNumber, answer.reason(), ifMatch::require, by);
                });
    }

    @PostMapping("/{orderNumber}/notes")
    @IdempotentWrite
    @Access({"ORDER_WRITE", "SALES", "CCM"})
    @Operation(operationId = "addOrderNote", summary = "Add a note; the other side is told")
    ResponseEntity<OrderView> note(@PathVariable String orderNumber, @RequestBody NewNote note, Caller caller) {
        return answer(care.note(orderNumber, note.text(), Callers.person(caller)));
    }

    private ResponseEntity<OrderView> answer(Decision decision) {
        var order = OrderProblems.require(decision);
        return ResponseEntity.ok().eTag(IfMatch.tag(order.version())).body(views.view(order));
    }
}
