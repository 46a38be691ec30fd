package io.controlcenter.order.quotes.web;

import io.controlcenter.order.quotes.application.QuoteProblems;
import io.controlcenter.order.quotes.application.Quotes;
import io.controlcenter.order.quotes.application.Quoting;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.IfMatch;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers with a quote as it is now, for this reader. */
@Component
@Transactional(readOnly = true)
class QuoteAnswers {

    private final Quotes quotes;

    QuoteAnswers(Quotes quotes) {
        this.quotes = quotes;
    }

    QuoteView view(Quotes.Stored quote, Caller reader) {
        return QuoteView.of(quote, quotes.history(quote.quote().quoteNumber()), reader);
    }

    ResponseEntity<QuoteView> of(Quotes.Stored quote, Caller reader) {
        return ResponseEntity.ok().eTag(IfMatch.tag(quote.version())).body(view(quote, reader));
    }

    ResponseEntity<QuoteView> of(Quoting.Decided decided, Caller reader) {
        return of(QuoteProblems.require(decided), reader);
    }
}
