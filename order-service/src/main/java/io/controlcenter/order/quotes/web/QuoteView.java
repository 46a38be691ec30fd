package io.controlcenter.order.quotes.web;

import io.controlcenter.order.domain.Money;
import io.controlcenter.order.quotes.application.Quotes;
import io.controlcenter.order.quotes.domain.Capacity;
import io.controlcenter.order.quotes.domain.Engineering;
import io.controlcenter.order.quotes.domain.InstallInterval;
import io.controlcenter.order.quotes.domain.Level;
import io.controlcenter.order.quotes.domain.Quote;
import io.controlcenter.order.quotes.domain.QuoteItem;
import io.controlcenter.platform.security.Caller;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A quote as its readers see it. The provider's notes and prices that are still worked on are the provider's. */
@Schema(name = "Quote")
record QuoteView(
        @Schema(example = "Q-1000001") String quoteNumber,
        String href,
        String enterpriseId,
        String accountId,
        @Nullable String externalId,

        @Schema(description = "MEF 115", example = "approved.orderable")
        String state,

        String displayStatus,
        @Schema(description = "What the buyer asked for") Level level,

        @Schema(description = "How binding the answer is; absent while there is none") @Nullable
        Level sellerLevel,

        @Nullable LocalDate requestedCompletionDate,

        @Schema(description = "Last day on which the answer holds") @Nullable
        LocalDate validUntil,

        List<ItemView> items,
        EngineeringView engineering,
        CapacityView capacity,
        Quote.Contact contact,
        @Nullable String reason,

        @Schema(description = "The order made of it") @Nullable
        String orderNumber,

        Instant createdAt,

        @Schema(description = "Counts every change; earlier ones stay readable")
        long version,

        List<StepView> stateHistory) {

    @Schema(name = "QuoteItem")
    record ItemView(
            String itemId,
            QuoteItem.Action action,
            String productCode,
            String productName,
            @Nullable String siteId,
            @Nullable String serviceId,
            int requestedTermMonths,
            @Nullable InstallInterval requestedInstallInterval,

            @Schema(description = "Absent while there is none, or it is still worked on") @Nullable
            OfferView offer,

            @Schema(description = "Why it cannot be provided") @Nullable
            String unableReason) {}

    @Schema(name = "QuoteOffer")
    record OfferView(
            int termMonths,
            Money monthlyRecurring,
            Money nonRecurring,
            @Nullable InstallInterval installInterval,

            @Schema(description = "Longer in term or interval than was asked for")
            boolean alternate) {}

    @Schema(name = "QuoteEngineering")
    record EngineeringView(
            Engineering.Status status,
            @Nullable String engineer,
            @Nullable String technicalRequirements,

            @Schema(description = "Only for the provider") @Nullable
            String notes) {}

    @Schema(name = "QuoteCapacity")
    record CapacityView(
            Capacity.Status status,

            @Schema(description = "Only for the provider") @Nullable
            String notes) {}

    @Schema(name = "QuoteStep")
    record StepView(
            Instant at,
            @Nullable String from,
            String to,
            @Nullable String reason,
            String actor,
            String source) {}

    @Schema(name = "QuoteSummary")
    record Summary(
            String quoteNumber,
            String href,
            String enterpriseId,
            String accountId,
            @Nullable String externalId,
            String state,
            String displayStatus,
            Level level,
            @Nullable LocalDate validUntil,
            int itemCount,
            @Nullable String orderNumber,
            Instant createdAt) {

        static Summary of(Quotes.Stored stored) {
            var quote = stored.quote();
            return new Summary(
                    quote.quoteNumber(),
                    path(quote.quoteNumber()),
                    quote.request().enterpriseId(),
                    quote.request().accountId(),
                    quote.request().externalId(),
                    quote.state().wire(),
                    quote.state().displayStatus(),
                    quote.level(),
                    quote.validUntil(),
                    quote.items().size(),
                    quote.orderNumber(),
                    stored.createdAt());
        }
    }

    static String path(String quoteNumber) {
        return "/api/v1/quotes/" + quoteNumber;
    }

    static QuoteView of(Quotes.Stored stored, List<Quotes.Step> history, Caller reader) {
        var quote = stored.quote();
        var inside = reader.isProvider();
        return new QuoteView(
                quote.quoteNumber(),
                path(quote.quoteNumber()),
                quote.request().enterpriseId(),
                quote.request().accountId(),
                quote.request().externalId(),
                quote.state().wire(),
                quote.state().displayStatus(),
                quote.level(),
                quote.sellerLevel(),
                quote.request().requestedCompletionDate(),
                quote.validUntil(),
                quote.items().stream()
                        .map(item -> item(item, inside || quote.state().showsPrices()))
                        .toList(),
                engineering(quote.work().engineering(), inside),
                new CapacityView(
                        quote.work().capacity().status(),
                        inside ? quote.work().capacity().notes() : null),
                quote.request().contact(),
                quote.reason(),
                quote.orderNumber(),
                stored.createdAt(),
                stored.version(),
                history.stream()
                        .map(step -> new StepView(
                                step.at(), step.from(), step.to(), step.reason(), step.actor(), step.source()))
                        .toList());
    }

    private static ItemView item(QuoteItem item, boolean priced) {
        var offer = item.offer();
        return new ItemView(
                item.itemId(),
                item.action(),
                item.productCode(),
                item.productName(),
                item.siteId(),
                item.serviceId(),
                item.asked().termMonths(),
                item.asked().installInterval(),
                offer == null || !priced
                        ? null
                        : new OfferView(
                                offer.termMonths(),
                                offer.monthlyRecurring(),
                                offer.nonRecurring(),
                                offer.installInterval(),
                                item.alternate()),
                item.unableReason());
    }

    private static EngineeringView engineering(Engineering part, boolean inside) {
        return new EngineeringView(
                part.status(), part.engineerName(), part.technicalRequirements(), inside ? part.notes() : null);
    }
}
