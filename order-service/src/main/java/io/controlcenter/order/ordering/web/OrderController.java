package io.controlcenter.order.ordering.web;

import io.controlcenter.order.accounts.Accounts;
import io.controlcenter.order.ordering.application.PlaceOrder;
import io.controlcenter.order.ordering.application.PlacingOrders;
import io.controlcenter.order.ordering.application.ReadingOrders;
import io.controlcenter.order.ordering.domain.Contact;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.RequestedDate;
import io.controlcenter.order.ordering.domain.Terms;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
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
            @Nullable @Size(max = 64) String externalId,
            @Nullable @Valid DateWish requestedDate,
            @Nullable @Valid ContactInput contact,
            @NotEmpty @Valid @Size(max = 500) List<NewItem> items) {}

    record DateWish(
            RequestedDate.@NotNull Kind kind, @NotNull LocalDate date) {}

    record ContactInput(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Email String email,
            @Nullable @Size(max = 40) String phone) {}

    record NewItem(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]{1,40}", message = "has 1 to 40 letters, digits, dots or dashes")
            String itemId,

            @NotBlank String productCode,
            @Nullable String siteId,
            @NotNull @Min(1) @Max(84) Integer termMonths) {}

    /** JSON Merge Patch on these properties only; the requested date only in a draft. */
    record OrderPatch(
            @Nullable @Size(max = 64) String externalId,
            @Nullable @Valid DateWish requestedDate,
            @Nullable @Valid ContactInput contact) {}

    private final PlacingOrders placing;
    private final ReadingOrders reading;
    private final Accounts accounts;
    private final OrderViewMapper views;

    OrderController(PlacingOrders placing, ReadingOrders reading, Accounts accounts, OrderViewMapper views) {
        this.placing = placing;
        this.reading = reading;
        this.accounts = accounts;
        this.views = views;
    }

    @PostMapping
    @IdempotentWrite
    @Access({"ORDER_WRITE", "SALES"})
    @Operation(operationId = "createOrder", summary = "Draft an order of one or more services")
    ResponseEntity<OrderView> create(@RequestBody NewOrder order, Caller caller) {
        var account = accounts.require(order.accountId(), caller);
        var wanted = new PlaceOrder(
                order.accountId(),
                order.externalId(),
                wish(order.requestedDate()),
                contact(order.contact()),
                order.items().stream()
                        .map(item -> new PlaceOrder.Item(
                                item.itemId(), item.productCode(), item.siteId(), item.termMonths()))
                        .toList());
        var created = placing.draft(wanted, account, Callers.person(caller));
        return ResponseEntity.created(URI.create("/api/v1/orders/" + created.orderNumber()))
                .eTag(IfMatch.tag(created.version()))
                .body(views.view(created));
    }

    private static @Nullable RequestedDate wish(@Nullable DateWish wish) {
        return wish == null ? null : new RequestedDate(wish.kind(), wish.date());
    }

    private static @Nullable Contact contact(@Nullable ContactInput contact) {
        return contact == null ? null : new Contact(contact.name(), contact.email(), contact.phone());
    }

    @GetMapping
    @Access({"ORDER_VIEW", "ORDER_WRITE", "SALES", "SALES_ENGINEER", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(operationId = "listOrders", summary = "The orders of the enterprise, newest first")
    @Parameter(name = "accountId", description = "Only orders on this billing account")
    @Parameter(name = "state", description = "Only orders in these states, separated by commas")
    @Parameter(name = "externalId", description = "Only the order with this reference of yours")
    @Parameter(name = "createdAt.gte", description = "Only orders drafted at this instant or later")
    ResponseEntity<Page<OrderSummary>> list(ListRequest request, Caller caller) {
        accounts.requireEach(request.filter("accountId"), caller);
        return reading.list(caller.enterprise(), request).map(OrderSummary::of).toResponse();
    }

    @GetMapping("/{orderNumber}")
    @Access({"ORDER_VIEW", "ORDER_WRITE", "SALES", "SALES_ENGINEER", "CUSTOMER_SUCCESS", "CCM", "OPERATIONS"})
    @Operation(operationId = "getOrder", summary = "One order")
    ResponseEntity<OrderView> get(@PathVariable String orderNumber) {
        return reading.find(orderNumber)
                .map(this::answer)
                .orElseThrow(() -> Problem.notFound("The order " + orderNumber));
    }

    @PatchMapping("/{orderNumber}")
    @Access({"ORDER_WRITE", "SALES", "CCM"})
    @Operation(operationId = "patchOrder", summary = "Change contact, reference or, in a draft, the requested date")
    ResponseEntity<OrderView> patch(
            @PathVariable String orderNumber, @RequestBody OrderPatch patch, IfMatch ifMatch, Caller caller) {
        var order = reading.find(orderNumber).orElseThrow(() -> Problem.notFound("The order " + orderNumber));
        var account = accounts.require(order.accountId(), caller);
        return answer(OrderProblems.require(placing.change(
                orderNumber, account, ifMatch::require, terms -> merged(terms, patch), Callers.person(caller))));
    }

    private static Terms merged(Terms terms, OrderPatch patch) {
        return new Terms(
                patch.externalId() == null ? terms.externalId() : patch.externalId(),
                patch.requestedDate() == null ? terms.requestedDate() : wish(patch.requestedDate()),
                terms.customerCommitDate(),
                patch.contact() == null ? terms.contact() : contact(patch.contact()));
    }

    @PostMapping("/{orderNumber}/requirements-confirmation")
    @Access({"ORDER_WRITE", "SALES"})
    @Operation(
            operationId = "confirmOrderRequirements",
            summary = "Confirm that sites, contact and date are what is wanted; an order is submitted only then")
    ResponseEntity<OrderView> confirm(@PathVariable String orderNumber, IfMatch ifMatch, Caller caller) {
        return answer(OrderProblems.require(
                placing.confirmRequirements(orderNumber, ifMatch::require, Callers.person(caller))));
    }

    @PostMapping("/{orderNumber}/submit")
    @IdempotentWrite(keyRequired = true)
    @Access({"ORDER_WRITE", "SALES"})
    @Operation(
            operationId = "submitOrder",
            summary = "Submit a confirmed draft; it is acknowledged with a letter as soon as it has its care manager")
    ResponseEntity<OrderView> submit(@PathVariable String orderNumber, IfMatch ifMatch, Caller caller) {
        return answer(OrderProblems.require(placing.submit(orderNumber, ifMatch::require, Callers.person(caller))));
    }

    private ResponseEntity<OrderView> answer(OrderSnapshot order) {
        return ResponseEntity.ok().eTag(IfMatch.tag(order.version())).body(views.view(order));
    }
}
