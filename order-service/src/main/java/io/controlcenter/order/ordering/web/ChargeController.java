package io.controlcenter.order.ordering.web;

import io.controlcenter.order.ordering.application.ChargingOrders;
import io.controlcenter.order.ordering.application.Decision;
import io.controlcenter.order.ordering.application.ReadingOrders;
import io.controlcenter.order.ordering.domain.Charge;
import io.controlcenter.order.ordering.domain.NewCharge;
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
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the seller asks for beside the price, and what the customer says to it. */
@RestController
@RequestMapping(path = "/api/v{version}/orders/{orderNumber}/charges", version = "1")
@Tag(name = "Charges")
class ChargeController {

    record NewOrderCharge(
            @Schema(description = "The item that it is about; the whole order unless said. Needed for RECURRING prices")
            @Nullable
            String itemId,

            Charge.@NotNull Cause cause,

            @Schema(description = "No answer by then is a decline") @Nullable
            Instant responseDueAt,

            @NotEmpty @Size(max = 50) List<@Valid NewChargeItem> items) {}

    record NewChargeItem(
            Charge.@NotNull PriceType priceType,
            @NotBlank @Size(max = 200) String description,
            @NotNull @Valid MoneyInput amount,

            @Schema(description = "Whether the order item fails when this is declined") @Nullable
            Boolean blocking) {}

    record ChargeResponse(@NotEmpty @Size(max = 1000) List<@Valid ItemResponse> items) {}

    record ItemResponse(
            @NotBlank String chargeItemId, @NotNull Verdict decision) {}

    enum Verdict {
        ACCEPTED,
        DECLINED
    }

    private final ChargingOrders charging;
    private final ReadingOrders reading;
    private final Clock clock;

    ChargeController(ChargingOrders charging, ReadingOrders reading, Clock clock) {
        this.charging = charging;
        this.reading = reading;
        this.clock = clock;
    }

    @GetMapping
    @Access({"ORDER_VIEW", "ORDER_WRITE", "ORDER_CHARGE_APPROVE", "SALES", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(operationId = "listOrderCharges", summary = "The charges of an order, with the time left to answer them")
    Page<ChargeView> list(@PathVariable String orderNumber) {
        var order = reading.find(orderNumber).orElseThrow(() -> Problem.notFound("The order " + orderNumber));
        var now = clock.instant();
        return new Page<>(
                order.charges().stream()
                        .map(charge -> ChargeView.of(charge, now))
                        .toList(),
                null);
    }

    @PostMapping
    @IdempotentWrite(keyRequired = true)
    @Access("CCM")
    @Operation(
            operationId = "raiseOrderCharge",
            summary = "Ask the customer for a charge; the order is held until it is answered")
    ResponseEntity<ChargeView> raise(
            @PathVariable String orderNumber, @RequestBody NewOrderCharge wanted, IfMatch ifMatch, Caller caller) {
        var expedite = wanted.cause() == Charge.Cause.EXPEDITE;
        var lines = wanted.items().stream()
                .map(item -> new NewCharge.Line(
                        item.priceType(),
                        item.description(),
                        item.amount().money(),
                        Boolean.TRUE.equals(item.blocking()),
                        expedite))
                .toList();
        var command = new ChargingOrders.RaiseCharge(wanted.itemId(), wanted.cause(), wanted.responseDueAt(), lines);
        var order =
                OrderProblems.require(charging.raise(orderNumber, command, ifMatch::require, Callers.person(caller)));
        var charge = ChargeView.of(order.charges().getLast(), clock.instant());
        return ResponseEntity.created(URI.create("/api/v1/orders/%s/charges".formatted(orderNumber)))
                .eTag(IfMatch.tag(order.version()))
                .body(charge);
    }

    @PostMapping("/{chargeId}/response")
    @IdempotentWrite(keyRequired = true)
    @Access("ORDER_CHARGE_APPROVE")
    @Operation(
            operationId = "answerOrderCharge",
            summary = "Accept or decline a charge, all of its items at once (MEF R94, R95)")
    ResponseEntity<ChargeView> answer(
            @PathVariable String orderNumber,
            @PathVariable String chargeId,
            @RequestBody ChargeResponse response,
            IfMatch ifMatch,
            Caller caller) {
        Map<String, Boolean> answers = new HashMap<>();
        for (int i = 0; i < response.items().size(); i++) {
            var item = response.items().get(i);
            if (answers.put(item.chargeItemId(), item.decision() == Verdict.ACCEPTED) != null) {
                throw Problem.unprocessable(
                        Violation.invalid("/items/%d/chargeItemId".formatted(i), "This item is answered twice."));
            }
        }
        return charge(
                charging.answer(orderNumber, chargeId, answers, ifMatch::require, Callers.person(caller)), chargeId);
    }

    @PostMapping("/{chargeId}/withdrawal")
    @IdempotentWrite
    @Access("CCM")
    @Operation(
            operationId = "withdrawOrderCharge",
            summary = "Take a charge back; what it was asked for goes on without it")
    ResponseEntity<ChargeView> withdraw(
            @PathVariable String orderNumber, @PathVariable String chargeId, IfMatch ifMatch, Caller caller) {
        return charge(charging.withdraw(orderNumber, chargeId, ifMatch::require, Callers.person(caller)), chargeId);
    }

    private ResponseEntity<ChargeView> charge(Decision decision, String chargeId) {
        var order = OrderProblems.require(decision);
        var charge = order.charges().stream()
                .filter(one -> one.chargeId().equals(chargeId))
                .findAny()
                .orElseThrow();
        return ResponseEntity.ok().eTag(IfMatch.tag(order.version())).body(ChargeView.of(charge, clock.instant()));
    }
}
