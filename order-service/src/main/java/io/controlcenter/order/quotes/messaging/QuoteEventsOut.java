package io.controlcenter.order.quotes.messaging;

import io.controlcenter.order.quotes.application.QuoteJournal;
import io.controlcenter.order.quotes.application.Quotes;
import io.controlcenter.order.quotes.domain.Quote;
import io.controlcenter.order.quotes.domain.QuoteState;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what became of a quote. */
@Component
class QuoteEventsOut implements QuoteJournal {

    private final Outbox outbox;
    private final Clock clock;

    QuoteEventsOut(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param from null when it was asked for just now
     * @param level how binding the answer is, or what was asked for until there is one
     */
    record StateChanged(
            String quoteNumber,
            String accountId,
            @Nullable String from,
            String to,
            String level,
            @Nullable LocalDate validUntil,
            Quote.Contact contact,
            Instant at) {}

    record Expiring(
            String quoteNumber,
            String accountId,
            String level,
            LocalDate validUntil,
            Quote.Contact contact,
            Instant at) {}

    @Override
    public void write(@Nullable QuoteState from, Quotes.Stored stored) {
        var quote = stored.quote();
        if (from != quote.state()) {
            append(
                    "order.quote.state-changed.v1",
                    stored,
                    new StateChanged(
                            quote.quoteNumber(),
                            quote.request().accountId(),
                            from == null ? null : from.wire(),
                            quote.state().wire(),
                            level(quote),
                            quote.validUntil(),
                            quote.request().contact(),
                            clock.instant()));
        }
    }

    @Override
    public void expiring(Quotes.Stored stored) {
        var quote = stored.quote();
        var until = quote.validUntil();
        if (until != null) {
            append(
                    "order.quote.expiring.v1",
                    stored,
                    new Expiring(
                            quote.quoteNumber(),
                            quote.request().accountId(),
                            level(quote),
                            until,
                            quote.request().contact(),
                            clock.instant()));
        }
    }

    private static String level(Quote quote) {
        return (quote.sellerLevel() == null ? quote.level() : quote.sellerLevel()).name();
    }

    private void append(String type, Quotes.Stored stored, Object data) {
        var quote = stored.quote();
        outbox.append(new OutboxEvent(
                "order.quote.v1",
                type,
                quote.quoteNumber(),
                quote.request().enterpriseId(),
                quote.request().accountId(),
                stored.version(),
                data));
    }
}
