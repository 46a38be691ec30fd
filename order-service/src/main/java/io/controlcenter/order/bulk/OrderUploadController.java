package io.controlcenter.order.bulk;

import io.controlcenter.order.accounts.Accounts;
import io.controlcenter.order.ordering.application.PlaceOrder;
import io.controlcenter.order.ordering.application.PlacingOrders;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import io.controlcenter.order.ordering.domain.Person;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Drafts an order of up to 500 items from a table. */
@RestController
@RequestMapping(path = "/api/v{version}/orders/uploads", version = "1")
@Tag(name = "Orders")
class OrderUploadController {

    private static final MediaType CSV = new MediaType("text", "csv");
    private static final String EXAMPLE = """
            itemId,action,productCode,siteId,serviceId,termMonths,endOfTerm
            item-1,ADD,ETHERNET_1G,SITE-100001,,36,ROLL
            item-2,ADD,DS1,SITE-100002,,12,AUTO_RENEW
            """;

    @Schema(name = "UploadedOrder")
    record Uploaded(String orderNumber, String href, String state, int itemCount) {

        static Uploaded of(OrderSnapshot order) {
            return new Uploaded(
                    order.orderNumber(),
                    "/api/v1/orders/" + order.orderNumber(),
                    order.state().wire(),
                    order.items().size());
        }
    }

    private final PlacingOrders placing;
    private final Accounts accounts;

    OrderUploadController(PlacingOrders placing, Accounts accounts) {
        this.placing = placing;
        this.accounts = accounts;
    }

    @PostMapping
    @IdempotentWrite
    @Access({"ORDER_WRITE", "SALES"})
    @Operation(
            operationId = "uploadOrder",
            summary = "Draft an order from a CSV file of at most 500 items; everything that is wrong comes at once",
            description =
                    "The first line names the columns: itemId, and out of action, productCode, siteId, serviceId, "
                            + "termMonths and endOfTerm what is needed. The pointer of an error is /lines/3/siteId: "
                            + "line 3 of the file, column siteId. Contact and requested date are added to the draft.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject(EXAMPLE))))
    ResponseEntity<Uploaded> upload(
            @Parameter(description = "The billing account that pays", example = "A-1000001") @RequestParam
                    String accountId,
            @Parameter(description = "Your own reference") @RequestParam(required = false) @Nullable String externalId,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, defaultValue = MediaType.APPLICATION_OCTET_STREAM_VALUE)
                    @Parameter(hidden = true)
                    MediaType type,
            @RequestBody byte[] file,
            Caller caller) {
        if (!CSV.equalsTypeAndSubtype(type)) {
            throw Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupportedMediaType", "The body is text/csv.");
        }
        var account = accounts.require(accountId, caller);
        var rows = new ItemRows(ItemTable.read(text(file)));
        var items = rows.items();
        if (externalId != null && externalId.length() > 64) {
            rows.add(List.of(Violation.invalid("externalId", "A reference has at most 64 signs.")));
        }
        var wanted = new PlaceOrder(account.accountId(), null, externalId, null, null, items);
        var drafted = items.isEmpty() || items.size() > ItemTable.MOST ? null : drafted(wanted, rows, caller);
        if (drafted == null || !rows.violations().isEmpty()) {
            throw Problem.unprocessable(rows.violations());
        }
        return ResponseEntity.created(URI.create("/api/v1/orders/" + drafted.orderNumber()))
                .eTag(IfMatch.tag(drafted.version()))
                .body(Uploaded.of(drafted));
    }

    /** What the order refuses joins what the file has wrong; either rolls back. */
    private @Nullable OrderSnapshot drafted(PlaceOrder wanted, ItemRows rows, Caller caller) {
        try {
            return placing.draft(wanted, accounts.require(wanted.accountId(), caller), person(caller));
        } catch (Problem refused) {
            var properties = refused.getBody().getProperties();
            if (properties != null && properties.get("errors") instanceof List<?> errors) {
                rows.add(errors.stream()
                        .filter(Violation.class::isInstance)
                        .map(Violation.class::cast)
                        .toList());
                return null;
            }
            throw refused;
        }
    }

    private static Person person(Caller caller) {
        return new Person(
                caller.subject(), caller.name(), caller.isProvider() ? Person.Side.PROVIDER : Person.Side.CUSTOMER);
    }

    private static String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException _) {
            throw Problem.unprocessable(
                    new Violation("", Violation.INVALID_FORMAT, "The file is not written in UTF-8."));
        }
    }
}
