package io.controlcenter.order.quotes.web;

import io.controlcenter.order.accounts.Accounts;
import io.controlcenter.order.quotes.application.Quotes;
import io.controlcenter.order.quotes.application.Quoting;
import io.controlcenter.order.quotes.domain.InstallInterval;
import io.controlcenter.order.quotes.domain.Level;
import io.controlcenter.order.quotes.domain.Quote;
import io.controlcenter.order.quotes.domain.QuoteItem;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Asking for quotes, reading them, and what the buyer does with them. */
@RestController
@RequestMapping(path = "/api/v{version}/quotes", version = "1")
@Tag(name = "Quotes")
class QuoteController {

    record NewQuote(
            @NotBlank @Schema(example = "A-1000001") String accountId,
            @Nullable @Size(max = 64) String externalId,

            @Schema(description = "BUDGETARY is never orderable")
            @NotNull
            @Pattern(regexp = "BUDGETARY|FIRM", message = "must be BUDGETARY or FIRM")
            String level,

            @Nullable LocalDate requestedCompletionDate,
            @NotNull @Valid ContactInput contact,
            @NotEmpty @Size(max = 500) List<@Valid NewItem> items) {}

    @Schema(name = "QuoteContactInput")
    record ContactInput(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Email String email,
            @Nullable @Size(max = 40) String phone) {}

    @Schema(name = "NewQuoteItem")
    record NewItem(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]{1,40}", message = "has 1 to 40 letters, digits, dots or dashes")
            String itemId,

            QuoteItem.@NotNull Action action,

            @Schema(description = "Absent for a DELETE, and for a MODIFY that keeps the product") @Nullable
            String productCode,

            @Nullable String siteId,

            @Schema(description = "The installed service of a MODIFY or DELETE") @Nullable
            String serviceId,

            @Nullable @Min(1) @Max(84) Integer termMonths,
            @Nullable @Valid IntervalInput installInterval) {}

    @Schema(name = "InstallIntervalInput")
    record IntervalInput(@NotNull @Min(1) @Max(365) Integer value, InstallInterval.@NotNull Unit unit) {

        InstallInterval interval() {
            return new InstallInterval(value, unit);
        }
    }

    @Schema(name = "QuoteReason")
    record Reason(@NotBlank @Size(max = 1000) String reason) {}

    @Schema(name = "QuoteCancellation")
    record Cancellation(@Nullable @Size(max = 1000) String reason) {}

    private final Quoting quoting;
    private final Quotes quotes;
    private final QuoteRequests requests;
    private final QuoteAnswers answers;
    private final Accounts accounts;

    QuoteController(Quoting quoting, Quotes quotes, QuoteRequests requests, QuoteAnswers answers, Accounts accounts) {
        this.quoting = quoting;
        this.quotes = quotes;
        this.requests = requests;
        this.answers = answers;
        this.accounts = accounts;
    }

    @PostMapping
    @IdempotentWrite
    @Access({"QUOTE_WRITE", "SALES", "SALES_ENGINEER"})
    @Operation(
            operationId = "createQuote",
            summary = "Ask for a quote; it is acknowledged at once and worked on when its business validation passed")
    ResponseEntity<QuoteView> create(@RequestBody NewQuote wanted, Caller caller) {
        var account = accounts.require(wanted.accountId(), caller);
        var items = requests.items(wanted, account);
        var contact = wanted.contact();
        var created = quoting.request(
                new Quote.Request(
                        account.enterpriseId(),
                        account.accountId(),
                        wanted.externalId(),
                        wanted.requestedCompletionDate(),
                        new Quote.Contact(contact.name(), contact.email(), contact.phone())),
                Level.valueOf(wanted.level()),
                items);
        return ResponseEntity.created(URI.create(QuoteView.path(created.quote().quoteNumber())))
                .eTag(IfMatch.tag(created.version()))
                .body(answers.view(created, caller));
    }

    @GetMapping
    @Access(
            value = {"QUOTE_WRITE", "ORDER_VIEW", "SALES", "SALES_ENGINEER", "CUSTOMER_SUCCESS", "CCM"},
            reach = Reach.SHARED)
    @Operation(
            operationId = "listQuotes",
            summary = "The quotes, newest first; provider staff who name no enterprise see all")
    @Parameter(name = "accountId", description = "Only quotes for this billing account")
    @Parameter(name = "state", description = "Only quotes in these states, separated by commas")
    @Parameter(name = "level", description = "BUDGETARY or FIRM")
    @Parameter(name = "externalId", description = "Only the quote with this reference of yours")
    @Parameter(name = "validUntil.lte", description = "Only quotes that end on this date or earlier")
    ResponseEntity<Page<QuoteView.Summary>> list(ListRequest request, Caller caller) {
        if (caller.enterpriseId() != null) {
            accounts.requireEach(request.filter("accountId"), caller);
        }
        return quotes.list(caller.enterpriseId(), request)
                .map(QuoteView.Summary::of)
                .toResponse();
    }

    @GetMapping("/{quoteNumber}")
    @Access(
            value = {"QUOTE_WRITE", "ORDER_VIEW", "SALES", "SALES_ENGINEER", "CUSTOMER_SUCCESS", "CCM"},
            reach = Reach.SHARED)
    @Operation(operationId = "getQuote", summary = "One quote with its history")
    ResponseEntity<QuoteView> get(@PathVariable String quoteNumber, Caller caller) {
        return answers.of(
                quotes.find(quoteNumber).orElseThrow(() -> Problem.notFound("The quote " + quoteNumber)), caller);
    }

    @GetMapping("/{quoteNumber}/versions/{quoteVersion}")
    @Access(
            value = {"QUOTE_WRITE", "ORDER_VIEW", "SALES", "SALES_ENGINEER", "CUSTOMER_SUCCESS", "CCM"},
            reach = Reach.SHARED)
    @Operation(operationId = "getQuoteVersion", summary = "A quote as it was in an earlier version")
    QuoteView get(@PathVariable String quoteNumber, @PathVariable long quoteVersion, Caller caller) {
        return quotes.find(quoteNumber, quoteVersion)
                .map(quote -> answers.view(quote, caller))
                .orElseThrow(() -> Problem.notFound("Version " + quoteVersion + " of the quote " + quoteNumber));
    }

    @PostMapping("/{quoteNumber}/cancel")
    @IdempotentWrite
    @Access({"QUOTE_WRITE", "SALES"})
    @Operation(operationId = "cancelQuote", summary = "Cancel a quote that is still worked on")
    ResponseEntity<QuoteView> cancel(
            @PathVariable String quoteNumber, @RequestBody Cancellation body, IfMatch ifMatch, Caller caller) {
        return answers.of(quoting.cancel(quoteNumber, body.reason(), ifMatch::require), caller);
    }

    @PostMapping("/{quoteNumber}/decline")
    @IdempotentWrite
    @Access({"QUOTE_WRITE", "SALES"})
    @Operation(operationId = "declineQuote", summary = "Decline an approved quote, with the reason")
    ResponseEntity<QuoteView> decline(
            @PathVariable String quoteNumber, @RequestBody Reason body, IfMatch ifMatch, Caller caller) {
        return answers.of(quoting.decline(quoteNumber, body.reason(), ifMatch::require), caller);
    }
}
