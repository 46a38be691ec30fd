package io.controlcenter.order.ordering.web;

import io.controlcenter.order.ordering.application.DeliveringOrders;
import io.controlcenter.order.ordering.application.PlacingOrders;
import io.controlcenter.order.ordering.application.PlanningOrders;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.ordering.web.Inputs.Because;
import io.controlcenter.order.ordering.web.Inputs.ContactInput;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.MergePatch;
import io.controlcenter.platform.web.Removable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The single items of an order. */
@RestController
@RequestMapping(path = "/api/v{version}/orders/{orderNumber}/items/{itemId}", version = "1")
@Tag(name = "Orders")
class OrderItemController {

    /** JSON Merge Patch on these properties only; the site only in a draft. */
    record ItemPatch(
            @Removable @Nullable String siteId,
            @Removable @Nullable @Valid ContactInput implementationContact,
            @Removable @Nullable @Valid ContactInput technicalContact) {}

    record Expectation(
            @NotNull LocalDate date,

            @Schema(description = "Why another date than before; needed") @Nullable @Size(max = 1000)
            String reason) {}

    private final PlacingOrders placing;
    private final PlanningOrders planning;
    private final DeliveringOrders delivering;
    private final Answers answers;

    OrderItemController(PlacingOrders placing, PlanningOrders planning, DeliveringOrders delivering, Answers answers) {
        this.placing = placing;
        this.planning = planning;
        this.delivering = delivering;
        this.answers = answers;
    }

    @PatchMapping
    @Access({"ORDER_WRITE", "SALES", "CCM"})
    @Operation(operationId = "patchOrderItem", summary = "Change an item's contacts or, in a draft, its site")
    ResponseEntity<OrderView> patch(
            @PathVariable String orderNumber,
            @PathVariable String itemId,
            @RequestBody ItemPatch patch,
            MergePatch nulls,
            IfMatch ifMatch,
            Caller caller) {
        return answers.of(placing.changeItem(
                orderNumber, itemId, ifMatch::require, item -> merged(item, patch, nulls), Callers.person(caller)));
    }

    private static OrderItem merged(OrderItem item, ItemPatch patch, MergePatch nulls) {
        var people = new OrderItem.Contacts(
                nulls.apply(
                        "implementationContact",
                        ContactInput.of(patch.implementationContact()),
                        item.contacts().implementation()),
                nulls.apply(
                        "technicalContact",
                        ContactInput.of(patch.technicalContact()),
                        item.contacts().technical()));
        return item.at(nulls.apply("siteId", patch.siteId(), item.siteId()), people);
    }

    @PutMapping("/expected-completion-date")
    @Access("CCM")
    @Operation(
            operationId = "expectItemCompletion",
            summary = "Expect the completion of an item on another date, with the reason (MEF R50)")
    ResponseEntity<OrderView> expect(
            @PathVariable String orderNumber,
            @PathVariable String itemId,
            @RequestBody Expectation expected,
            IfMatch ifMatch,
            Caller caller) {
        return answers.of(planning.expect(
                orderNumber, itemId, expected.date(), expected.reason(), ifMatch::require, Callers.person(caller)));
    }

    @PostMapping("/failure")
    @IdempotentWrite
    @Access("CCM")
    @Operation(
            operationId = "failOrderItem",
            summary = "Say that an item cannot be delivered; the order fails when none is left")
    ResponseEntity<OrderView> fail(
            @PathVariable String orderNumber,
            @PathVariable String itemId,
            @RequestBody Because failure,
            IfMatch ifMatch,
            Caller caller) {
        return answers.of(
                delivering.fail(orderNumber, itemId, failure.reason(), ifMatch::require, Callers.person(caller)));
    }
}
