package io.controlcenter.order.quotes.application;

import io.controlcenter.order.quotes.OrderableQuotes;
import io.controlcenter.order.quotes.domain.Quote;
import io.controlcenter.order.quotes.domain.QuoteItem;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives quotes to orders. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class QuotesForOrders implements OrderableQuotes {

    private final Quoting quoting;

    QuotesForOrders(Quoting quoting) {
        this.quoting = quoting;
    }

    @Override
    public Quoted orderable(String quoteNumber) {
        return quoted(QuoteProblems.require(quoting.orderable(quoteNumber)).quote());
    }

    @Override
    public void accept(String quoteNumber, String orderNumber) {
        QuoteProblems.require(quoting.accept(quoteNumber, orderNumber));
    }

    private static Quoted quoted(Quote quote) {
        return new Quoted(
                quote.quoteNumber(),
                quote.request().accountId(),
                quote.items().stream().map(QuotesForOrders::quoted).toList());
    }

    private static QuotedItem quoted(QuoteItem item) {
        var offer = Objects.requireNonNull(item.offer());
        return new QuotedItem(
                item.itemId(),
                item.action().name(),
                item.productCode(),
                item.siteId(),
                item.serviceId(),
                offer.termMonths(),
                offer.monthlyRecurring(),
                offer.nonRecurring());
    }
}
