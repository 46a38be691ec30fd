package io.controlcenter.order.ordering.web;

import io.controlcenter.order.ordering.application.AcceptingOrders;
import io.controlcenter.order.ordering.application.PuttingOff;
import io.controlcenter.order.ordering.domain.NotReady;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The customer's answer to the connection notice, or why there is none. */
@RestController
@RequestMapping(path = "/api/v{version}/orders/{orderNumber}", version = "1")
@Tag(name = "Acceptance")
class AcceptanceController {

    record Answer(
            @NotNull Verdict decision,

            @Schema(description = "Needed to reject") @Nullable @Size(max = 1000)
            String reason) {

        enum Verdict {
            ACCEPTED,
            REJECTED
        }
    }

    record CustomerNotReady(
            @NotBlank @Size(max = 1000) String reason,

            @Schema(description = "The date wanted instead: with notice, and within the limit after the original")
            @Nullable
            LocalDate newDueDate,

            @Schema(description = "Nobody was there, or answered: the services commence on the original date") @Nullable
            Boolean noShow) {}

    private final AcceptingOrders accepting;
    private final PuttingOff puttingOff;
    private final Answers answers;

    AcceptanceController(AcceptingOrders accepting, PuttingOff puttingOff, Answers answers) {
        this.accepting = accepting;
        this.puttingOff = puttingOff;
        this.answers = answers;
    }

    @PostMapping("/acceptance")
    @IdempotentWrite
    @Access("ORDER_WRITE")
    @Operation(
            operationId = "answerConnectionNotice",
            summary = "Accept the services, which installs them and starts their billing, or reject with a reason")
    ResponseEntity<OrderView> answer(
            @PathVariable String orderNumber, @RequestBody Answer answer, IfMatch ifMatch, Caller caller) {
        var by = Callers.person(caller);
        return answers.of(
                switch (answer.decision()) {
                    case ACCEPTED -> accepting.accept(orderNumber, ifMatch::require, by);
                    case REJECTED -> accepting.reject(orderNumber, answer.reason(), ifMatch::require, by);
                });
    }

    @PostMapping("/customer-not-ready")
    @IdempotentWrite
    @Access({"ORDER_WRITE", "CCM"})
    @Operation(
            operationId = "reportCustomerNotReady",
            summary = "Say that the customer is not ready; after the longest delay services commence, or the order is"
                    + " cancelled")
    ResponseEntity<OrderView> notReady(
            @PathVariable String orderNumber, @RequestBody CustomerNotReady report, IfMatch ifMatch, Caller caller) {
        return answers.of(puttingOff.report(
                orderNumber,
                new NotReady.Report(report.reason(), report.newDueDate(), Boolean.TRUE.equals(report.noShow())),
                ifMatch::require,
                Callers.person(caller)));
    }
}
