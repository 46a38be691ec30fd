package io.controlcenter.order.quotes.application;

import io.controlcenter.order.quotes.domain.QuoteState;
import org.jspecify.annotations.Nullable;

/** Told of every change of a quote, inside the transaction in which it happened. */
public interface QuoteJournal {

    /** @param from null when it was asked for just now */
    void write(@Nullable QuoteState from, Quotes.Stored quote);

    /** It expires soon. */
    default void expiring(Quotes.Stored quote) {}
}
