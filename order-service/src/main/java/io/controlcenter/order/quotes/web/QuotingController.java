package io.controlcenter.order.quotes.web;

import io.controlcenter.order.domain.Money;
import io.controlcenter.order.quotes.application.Quotes;
import io.controlcenter.order.quotes.application.Quoting;
import io.controlcenter.order.quotes.domain.Capacity;
import io.controlcenter.order.quotes.domain.Engineering;
import io.controlcenter.order.quotes.domain.QuoteItem;
import io.controlcenter.order.quotes.web.QuoteController.IntervalInput;
import io.controlcenter.order.quotes.web.QuoteController.Reason;
import io.controlcenter.platform.idempotency.IdempotentWrite;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.security.Access;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the provider does with a quote: sales makes the offer, the sales engineer the engineering part. */
@RestController
@RequestMapping(path = "/api/v{version}/quotes/{quoteNumber}", version = "1")
@Tag(name = "Quotes")
class QuotingController {

    record OfferInput(
            @NotNull @Min(1) @Max(84) Integer termMonths,

            @NotNull @DecimalMin("0") @Digits(integer = 10, fraction = 2)
            BigDecimal monthlyRecurring,

            @NotNull @DecimalMin("0") @Digits(integer = 10, fraction = 2)
            BigDecimal nonRecurring,

            @Nullable @Valid IntervalInput installInterval) {}

    record EngineeringInput(
            Engineering.@NotNull Status status,

            @Schema(description = "The buyer sees them") @Nullable @Size(max = 4000)
            String technicalRequirements,

            @Schema(description = "The buyer does not see them") @Nullable @Size(max = 4000)
            String notes) {}

    record CapacityInput(
            Capacity.@NotNull Status status,
            @Nullable @Size(max = 4000) String notes) {}

    @Schema(name = "QuoteValidity")
    record Validity(
            @Schema(description = "Last day on which it holds; 30 days from today unless given") @Nullable
            LocalDate validUntil) {}

    private final Quoting quoting;
    private final Quotes quotes;
    private final QuoteAnswers answers;

    QuotingController(Quoting quoting, Quotes quotes, QuoteAnswers answers) {
        this.quoting = quoting;
        this.quotes = quotes;
        this.answers = answers;
    }

    @PutMapping("/items/{itemId}/offer")
    @Access(value = "SALES", reach = Reach.PROVIDER)
    @Operation(operationId = "offerQuoteItem", summary = "Offer an item: term, prices and interval")
    ResponseEntity<QuoteView> offer(
            @PathVariable String quoteNumber,
            @PathVariable String itemId,
            @RequestBody OfferInput offer,
            IfMatch ifMatch,
            Caller caller) {
        var interval = offer.installInterval();
        return answers.of(
                quoting.offer(
                        quoteNumber,
                        itemId,
                        new QuoteItem.Offer(
                                offer.termMonths(),
                                Money.of(offer.monthlyRecurring(), currency(quoteNumber)),
                                Money.of(offer.nonRecurring(), currency(quoteNumber)),
                                interval == null ? null : interval.interval()),
                        ifMatch::require),
                caller);
    }

    /** All offers of a quote are in the currency of the list price that it began with. */
    private String currency(String quoteNumber) {
        return quotes.find(quoteNumber, 0)
                .flatMap(first -> first.quote().items().stream()
                        .map(QuoteItem::offer)
                        .filter(java.util.Objects::nonNull)
                        .findFirst())
                .map(offer -> offer.monthlyRecurring().currency())
                .orElseThrow(() -> Problem.notFound("The quote " + quoteNumber));
    }

    @PutMapping("/items/{itemId}/unable")
    @Access(
            value = {"SALES", "SALES_ENGINEER"},
            reach = Reach.PROVIDER)
    @Operation(operationId = "markQuoteItemUnable", summary = "Say that an item cannot be provided, and why")
    ResponseEntity<QuoteView> unable(
            @PathVariable String quoteNumber,
            @PathVariable String itemId,
            @RequestBody Reason why,
            IfMatch ifMatch,
            Caller caller) {
        return answers.of(quoting.unable(quoteNumber, itemId, why.reason(), ifMatch::require), caller);
    }

    @PutMapping("/engineering")
    @Access(
            value = {"SALES_ENGINEER", "SALES"},
            reach = Reach.PROVIDER)
    @Operation(
            operationId = "putQuoteEngineering",
            summary = "Keep the engineering part; a quote is orderable only once it is complete")
    ResponseEntity<QuoteView> engineer(
            @PathVariable String quoteNumber, @RequestBody EngineeringInput part, IfMatch ifMatch, Caller caller) {
        return answers.of(
                quoting.engineer(
                        quoteNumber,
                        new Engineering(
                                part.status(),
                                caller.subject(),
                                caller.name(),
                                part.technicalRequirements(),
                                part.notes()),
                        ifMatch::require),
                caller);
    }

    @PutMapping("/capacity")
    @Access(
            value = {"SALES_ENGINEER", "SALES"},
            reach = Reach.PROVIDER)
    @Operation(
            operationId = "putQuoteCapacity",
            summary = "Keep the capacity check; a quote is orderable only once it is confirmed")
    ResponseEntity<QuoteView> check(
            @PathVariable String quoteNumber, @RequestBody CapacityInput part, IfMatch ifMatch, Caller caller) {
        return answers.of(
                quoting.check(quoteNumber, new Capacity(part.status(), part.notes()), ifMatch::require), caller);
    }

    @PostMapping("/draft")
    @IdempotentWrite
    @Access(value = "SALES", reach = Reach.PROVIDER)
    @Operation(operationId = "showQuoteDraft", summary = "Let the buyer look at what there is; not orderable")
    ResponseEntity<QuoteView> show(@PathVariable String quoteNumber, IfMatch ifMatch, Caller caller) {
        return answers.of(quoting.show(quoteNumber, ifMatch::require), caller);
    }

    @PostMapping("/approval")
    @IdempotentWrite
    @Access(value = "SALES", reach = Reach.PROVIDER)
    @Operation(
            operationId = "approveQuote",
            summary = "Answer firmly: orderable, or an alternate when term or interval is longer than asked for")
    ResponseEntity<QuoteView> approve(
            @PathVariable String quoteNumber, @RequestBody Validity validity, IfMatch ifMatch, Caller caller) {
        return answers.of(quoting.approve(quoteNumber, validity.validUntil(), ifMatch::require), caller);
    }

    @PostMapping("/answer")
    @IdempotentWrite
    @Access(value = "SALES", reach = Reach.PROVIDER)
    @Operation(operationId = "answerQuote", summary = "Answer with a budget, which can never be ordered")
    ResponseEntity<QuoteView> answer(
            @PathVariable String quoteNumber, @RequestBody Validity validity, IfMatch ifMatch, Caller caller) {
        return answers.of(quoting.answer(quoteNumber, validity.validUntil(), ifMatch::require), caller);
    }

    @PostMapping("/inability")
    @IdempotentWrite
    @Access(value = "SALES", reach = Reach.PROVIDER)
    @Operation(operationId = "giveUpQuote", summary = "Answer that an item, and so the quote, cannot be provided")
    ResponseEntity<QuoteView> giveUp(@PathVariable String quoteNumber, IfMatch ifMatch, Caller caller) {
        return answers.of(quoting.giveUp(quoteNumber, ifMatch::require), caller);
    }
}
