package io.controlcenter.order.quotes.application;

import io.controlcenter.order.catalogue.Catalogue;
import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What happens to quotes by itself: business validation, the reminder before the last day, and the end after it. */
@Component
class MindingQuotes implements DueWork {

    private final Quotes quotes;
    private final Quoting quoting;
    private final QuoteRules rules;
    private final Catalogue catalogue;
    private final QuoteSettings settings;
    private final OneByOne oneByOne;

    MindingQuotes(
            Quotes quotes,
            Quoting quoting,
            QuoteRules rules,
            Catalogue catalogue,
            QuoteSettings settings,
            OneByOne oneByOne) {
        this.quotes = quotes;
        this.quoting = quoting;
        this.rules = rules;
        this.catalogue = catalogue;
        this.settings = settings;
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "mind-quotes";
    }

    @Override
    public int doDue(Instant now) {
        var today = catalogue.today();
        return oneByOne.each("validate-quotes", now, quotes::waiting, this::validate)
                + oneByOne.each(
                        "expire-quotes",
                        now,
                        atMost -> quotes.endedBefore(today, atMost),
                        number -> quoting.expire(number, today) instanceof Quoting.Decided.Made)
                + oneByOne.each(
                        "remind-of-quotes",
                        now,
                        atMost -> quotes.endingBy(today.plusDays(settings.reminderDays()), atMost),
                        quoting::remind);
    }

    private boolean validate(String quoteNumber) {
        var quote = quotes.find(quoteNumber).orElseThrow().quote();
        var decided = rules.flaw(quote)
                .map(flaw -> quoting.reject(quoteNumber, flaw))
                .orElseGet(() -> quoting.begin(quoteNumber));
        return decided instanceof Quoting.Decided.Made;
    }
}
