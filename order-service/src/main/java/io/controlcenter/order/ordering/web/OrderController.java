package io.controlcenter.order.ordering.web;

import io.controlcenter.order.accounts.Accounts;
import io.controlcenter.order.domain.EndOfTerm;
import io.controlcenter.order.ordering.application.PlaceOrder;
import io.controlcenter.order.ordering.application.PlacingOrders;
import io.controlcenter.order.ordering.application.ReadingOrders;
import io.controlcenter.order.ordering.domain.OrderItem;
import io.controlcenter.order.ordering.domain.Terms;
import io.controlcenter.order.ordering.web.Inputs.ContactInput;
import io.controlcenter.order.ordering.web.Inputs.DateWish;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.MergePatch;
import io.controlcenter.platform.web.Page;
import io.controlcenter.platform.web.Removable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Placing and reading orders. */
@RestController
@RequestMapping(path = "/api/v{version}/orders", version = "1")
@Tag(name = "Orders")
class OrderController {

    record NewOrder(
            @NotBlank @Schema(example = "A-1000001") String accountId,

            @Schema(description = "An orderable quote, whose items and prices are ordered; then without items")
            @Nullable
            String quoteNumber,

            @Nullable @Size(max = 64) String externalId,
            @Nullable @Valid DateWish requestedDate,
            @Nullable @Valid ContactInput contact,
            @Nullable @Size(max = 500) List<@Valid NewItem> items) {}

    record NewItem(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]{1,40}", message = "has 1 to 40 letters, digits, dots or dashes")
            String itemId,

            @Schema(description = "ADD unless said") OrderItem.@Nullable Action action,

            @Schema(description = "Needed for ADD; of a MODIFY what it becomes") @Nullable
            String productCode,

            @Nullable String siteId,

            @Schema(description = "The installed service of a MODIFY or DELETE; an ADD has none") @Nullable
            String serviceId,

            @Schema(description = "Needed for ADD") @Nullable @Min(1) @Max(84)
            Integer termMonths,

            @Schema(description = "ROLL unless said") @Nullable
            EndOfTerm endOfTerm,

            @Nullable @Valid ContactInput implementationContact,
            @Nullable @Valid ContactInput technicalContact) {

        PlaceOrder.Item item() {
            return new PlaceOrder.Item(
                    itemId,
                    Objects.requireNonNullElse(action, OrderItem.Action.ADD),
                    productCode,
                    siteId,
                    serviceId,
                    termMonths,
                    Objects.requireNonNullElse(endOfTerm, EndOfTerm.ROLL),
                    new OrderItem.Contacts(ContactInput.of(implementationContact), ContactInput.of(technicalContact)));
        }
    }

    /** JSON Merge Patch on these properties only; the requested date only in a draft. */
    record OrderPatch(
            @Removable @Nullable @Size(max = 64) String externalId,
            @Removable @Nullable @Valid DateWish requestedDate,
            @Removable @Nullable @Valid ContactInput contact) {}

    private final PlacingOrders placing;
    private final ReadingOrders reading;
    private final Accounts accounts;
    private final Answers answers;

    OrderController(PlacingOrders placing, ReadingOrders reading, Accounts accounts, Answers answers) {
        this.placing = placing;
        this.reading = reading;
        this.accounts = accounts;
        this.answers = answers;
    }

    @PostMapping
    @IdempotentWrite
    @Access({"ORDER_WRITE", "SALES"})
    @Operation(
            operationId = "createOrder",
            summary = "Draft an order that adds, changes or disconnects one or more services")
    ResponseEntity<OrderView> create(@RequestBody NewOrder order, Caller caller) {
        var account = accounts.require(order.accountId(), caller);
        var items = Objects.requireNonNullElse(order.items(), List.<NewItem>of());
        if (order.quoteNumber() != null && !items.isEmpty()) {
            throw Problem.unprocessable(Violation.invalid("/items", "The items are those of the quote."));
        }
        var wanted = new PlaceOrder(
                order.accountId(),
                order.quoteNumber(),
                order.externalId(),
                DateWish.of(order.requestedDate()),
                ContactInput.of(order.contact()),
                items.stream().map(NewItem::item).toList());
        var created = placing.draft(wanted, account, Callers.person(caller));
        return ResponseEntity.created(URI.create("/api/v1/orders/" + created.orderNumber()))
                .eTag(IfMatch.tag(created.version()))
                .body(answers.view(created));
    }

    @GetMapping
    @Access({"ORDER_VIEW", "ORDER_WRITE", "SALES", "SALES_ENGINEER", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(operationId = "listOrders", summary = "The orders of the enterprise, newest first")
    @Parameter(name = "accountId", description = "Only orders on this billing account")
    @Parameter(name = "state", description = "Only orders in these states, separated by commas")
    @Parameter(name = "externalId", description = "Only the order with this reference of yours")
    @Parameter(name = "jeopardyLevel", description = "Only orders in jeopardy of these levels")
    @Parameter(name = "createdAt.gte", description = "Only orders drafted at this instant or later")
    ResponseEntity<Page<OrderSummary>> list(ListRequest request, Caller caller) {
        accounts.requireEach(request.filter("accountId"), caller);
        return reading.list(caller.enterprise(), request).map(OrderSummary::of).toResponse();
    }

    @GetMapping("/{orderNumber}")
    @Access({
        "ORDER_VIEW",
        "ORDER_WRITE",
        "ORDER_CHARGE_APPROVE",
        "SALES",
        "SALES_ENGINEER",
        "CUSTOMER_SUCCESS",
        "CCM",
        "OPERATIONS"
    })
    @Operation(operationId = "getOrder", summary = "One order")
    ResponseEntity<OrderView> get(@PathVariable String orderNumber) {
        return reading.find(orderNumber)
                .map(answers::of)
                .orElseThrow(() -> Problem.notFound("The order " + orderNumber));
    }

    @PatchMapping("/{orderNumber}")
    @Access({"ORDER_WRITE", "SALES", "CCM"})
    @Operation(operationId = "patchOrder", summary = "Change contact, reference or, in a draft, the requested date")
    ResponseEntity<OrderView> patch(
            @PathVariable String orderNumber,
            @RequestBody OrderPatch patch,
            MergePatch nulls,
            IfMatch ifMatch,
            Caller caller) {
        var order = reading.find(orderNumber).orElseThrow(() -> Problem.notFound("The order " + orderNumber));
        var account = accounts.require(order.accountId(), caller);
        return answers.of(placing.change(
                orderNumber, account, ifMatch::require, terms -> merged(terms, patch, nulls), Callers.person(caller)));
    }

    private static Terms merged(Terms terms, OrderPatch patch, MergePatch nulls) {
        return new Terms(
                nulls.apply("externalId", patch.externalId(), terms.externalId()),
                nulls.apply("requestedDate", DateWish.of(patch.requestedDate()), terms.requestedDate()),
                terms.customerCommitDate(),
                terms.focDate(),
                nulls.apply("contact", ContactInput.of(patch.contact()), terms.contact()));
    }

    @PostMapping("/{orderNumber}/requirements-confirmation")
    @IdempotentWrite
    @Access({"ORDER_WRITE", "SALES"})
    @Operation(
            operationId = "confirmOrderRequirements",
            summary = "Confirm that sites, contact and date are what is wanted; an order is submitted only then")
    ResponseEntity<OrderView> confirm(@PathVariable String orderNumber, IfMatch ifMatch, Caller caller) {
        return answers.of(placing.confirmRequirements(orderNumber, ifMatch::require, Callers.person(caller)));
    }

    @PostMapping("/{orderNumber}/submit")
    @IdempotentWrite(keyRequired = true)
    @Access({"ORDER_WRITE", "SALES"})
    @Operation(
            operationId = "submitOrder",
            summary = "Submit a confirmed draft; it is acknowledged with a letter as soon as it has its care manager"
                    + " and the credit that it needs")
    ResponseEntity<OrderView> submit(@PathVariable String orderNumber, IfMatch ifMatch, Caller caller) {
        return answers.of(placing.submit(orderNumber, ifMatch::require, Callers.person(caller)));
    }
}
