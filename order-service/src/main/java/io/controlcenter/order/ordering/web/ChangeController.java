package io.controlcenter.order.ordering.web;

import io.controlcenter.order.domain.Money;
import io.controlcenter.order.ordering.application.CancellingOrders;
import io.controlcenter.order.ordering.application.ChangingDates;
import io.controlcenter.order.ordering.application.Decision;
import io.controlcenter.order.ordering.application.ReadingOrders;
import io.controlcenter.order.ordering.domain.ChangeRequest;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.RequestedDate;
import io.controlcenter.order.ordering.web.Inputs.MoneyInput;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Another date, or no order at all: asked by the customer, decided by the seller. */
@RestController
@RequestMapping(path = "/api/v{version}/orders/{orderNumber}", version = "1")
@Tag(name = "Changes")
class ChangeController {

    record DateChange(
            @Schema(description = "The item that gets a date of its own; the whole order unless said") @Nullable
            String itemId,

            @NotNull LocalDate requestedDate,

            @Schema(description = "Earlier than standard, for the fee of the rate card") @Nullable
            Boolean expedite,

            @NotBlank @Size(max = 1000) String reason) {

        RequestedDate date() {
            return new RequestedDate(
                    Boolean.TRUE.equals(expedite) ? RequestedDate.Kind.EXPEDITE : RequestedDate.Kind.FIRM_DATE,
                    requestedDate);
        }
    }

    enum Verdict {
        AGREED,
        REFUSED
    }

    record DateDecision(
            @NotNull Verdict decision,

            @Schema(description = "What is committed to; the date asked for unless said") @Nullable
            LocalDate commitDate,

            @Schema(description = "Only of an expedite by quote, which no table prices") @Nullable @Valid
            MoneyInput expediteFee,

            @Schema(description = "Needed to refuse") @Nullable @Size(max = 1000)
            String reason) {}

    @Schema(name = "CancellationWish")
    record Cancellation(
            @Schema(description = "The item to be cancelled; the whole order unless said") @Nullable
            String itemId,

            @NotBlank @Size(max = 1000) String reason) {}

    record CancellationDecision(
            @NotNull Verdict decision,

            @Schema(description = "Needed to refuse") @Nullable @Size(max = 1000)
            String reason) {}

    @Schema(name = "ChangeRequest")
    record RequestView(
            @Schema(example = "O-10000001-D1") String requestId,

            @Schema(description = "DATE_CHANGE or CANCELLATION")
            String kind,

            @Schema(description = "The item that it is about; absent when about all that is open") @Nullable
            String itemId,

            @Schema(description = "acknowledged, inProgress.assessingCharge, done, done.declined or rejected (MEF 123)")
            String state,

            @Nullable RequestedDate requestedDate,
            String reason,

            @Schema(description = "What it costs by the rate card of the day it was asked")
            List<PriceLine> price,

            @Nullable String chargeId,
            @Nullable LocalDate commitDate,
            @Nullable String decisionReason,
            Instant requestedAt,
            String requestedBy,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy) {

        static RequestView of(ChangeRequest request) {
            var wish = request.wish();
            var decision = request.decision();
            return new RequestView(
                    request.requestId(),
                    request.kind().name(),
                    wish.itemId(),
                    request.state().wire(),
                    wish.date(),
                    wish.reason(),
                    request.price().lines().stream()
                            .map(line -> new PriceLine(line.description(), line.amount()))
                            .toList(),
                    request.chargeId(),
                    decision == null ? null : decision.commitDate(),
                    decision == null ? null : decision.reason(),
                    wish.at(),
                    wish.by().name(),
                    decision == null ? null : decision.at(),
                    decision == null ? null : decision.by().name());
        }
    }

    @Schema(name = "ChangePriceLine")
    record PriceLine(String description, Money amount) {}

    private final ChangingDates dates;
    private final CancellingOrders cancelling;
    private final ReadingOrders reading;

    ChangeController(ChangingDates dates, CancellingOrders cancelling, ReadingOrders reading) {
        this.dates = dates;
        this.cancelling = cancelling;
        this.reading = reading;
    }

    @GetMapping("/change-requests")
    @Access({"ORDER_VIEW", "ORDER_WRITE", "ORDER_CHARGE_APPROVE", "SALES", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(operationId = "listChangeRequests", summary = "The date changes and cancellations that were asked for")
    Page<RequestView> list(@PathVariable String orderNumber) {
        var order = reading.find(orderNumber).orElseThrow(() -> Problem.notFound("The order " + orderNumber));
        return new Page<>(order.requests().stream().map(RequestView::of).toList(), null);
    }

    @PostMapping("/date-changes")
    @IdempotentWrite(keyRequired = true)
    @Access({"ORDER_WRITE", "SALES"})
    @Operation(
            operationId = "requestDateChange",
            summary =
                    "Ask for another date of the order or of an item; it holds once the seller agrees and its charge is accepted")
    ResponseEntity<RequestView> change(
            @PathVariable String orderNumber, @RequestBody DateChange change, IfMatch ifMatch, Caller caller) {
        return request(dates.ask(
                orderNumber,
                change.itemId(),
                change.date(),
                change.reason(),
                ifMatch::require,
                Callers.person(caller)));
    }

    @PostMapping("/date-changes/decision")
    @IdempotentWrite
    @Access("CCM")
    @Operation(operationId = "decideDateChange", summary = "Agree to the date change that waits, or refuse it")
    ResponseEntity<RequestView> decide(
            @PathVariable String orderNumber, @RequestBody DateDecision decision, IfMatch ifMatch, Caller caller) {
        var by = Callers.person(caller);
        var fee = decision.expediteFee();
        return request(
                switch (decision.decision()) {
                    case AGREED ->
                        dates.agree(
                                orderNumber,
                                decision.commitDate(),
                                fee == null ? null : fee.money(),
                                decision.reason(),
                                ifMatch::require,
                                by);
                    case REFUSED -> dates.refuse(orderNumber, why(decision.reason()), ifMatch::require, by);
                });
    }

    @PostMapping("/cancellation")
    @IdempotentWrite(keyRequired = true)
    @Access({"ORDER_WRITE", "SALES"})
    @Operation(
            operationId = "cancelOrder",
            summary =
                    "Ask to cancel the order, or an item of it; what was done already may cost the charge that the answer shows")
    ResponseEntity<RequestView> cancel(
            @PathVariable String orderNumber, @RequestBody Cancellation wish, IfMatch ifMatch, Caller caller) {
        return request(
                cancelling.ask(orderNumber, wish.itemId(), wish.reason(), ifMatch::require, Callers.person(caller)));
    }

    @PostMapping("/cancellation/decision")
    @IdempotentWrite
    @Access("CCM")
    @Operation(operationId = "decideCancellation", summary = "Agree to the cancellation that waits, or refuse it")
    ResponseEntity<RequestView> decide(
            @PathVariable String orderNumber,
            @RequestBody CancellationDecision decision,
            IfMatch ifMatch,
            Caller caller) {
        var by = Callers.person(caller);
        return request(
                switch (decision.decision()) {
                    case AGREED -> cancelling.agree(orderNumber, decision.reason(), ifMatch::require, by);
                    case REFUSED -> cancelling.refuse(orderNumber, why(decision.reason()), ifMatch::require, by);
                });
    }

    private static String why(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw Problem.unprocessable(Violation.missing("/reason", "Say why it is refused."));
        }
        return reason;
    }

    /** The request that was just made or decided: the last one written. */
    private static ResponseEntity<RequestView> request(Decision decision) {
        OrderSnapshot order = OrderProblems.require(decision);
        return ResponseEntity.ok()
                .eTag(IfMatch.tag(order.version()))
                .body(RequestView.of(order.requests().getLast()));
    }
}
