package io.controlcenter.order.quotes.application;

import io.controlcenter.order.catalogue.Catalogue;
import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to quotes by itself: business validation, the reminder before the last day, and the end after it. */
@Component
class MindingQuotes implements DueWork {

    private static final int AT_ONCE = 100;
    private final Quotes quotes;
    private final Quoting quoting;
    private final QuoteRules rules;
    private final Catalogue catalogue;
    private final QuoteSettings settings;
    private final TransactionTemplate transaction;

    MindingQuotes(
            Quotes quotes,
            Quoting quoting,
            QuoteRules rules,
            Catalogue catalogue,
            QuoteSettings settings,
            TransactionTemplate transaction) {
        this.quotes = quotes;
        this.quoting = quoting;
        this.rules = rules;
        this.catalogue = catalogue;
        this.settings = settings;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "mind-quotes";
    }

    @Override
    public int doDue(Instant now) {
        var today = catalogue.today();
        return each(() -> quotes.waiting(AT_ONCE), this::validate)
                + each(
                        () -> quotes.endedBefore(today, AT_ONCE),
                        number -> quoting.expire(number, today) instanceof Quoting.Decided.Made)
                + each(() -> quotes.endingBy(today.plusDays(settings.reminderDays()), AT_ONCE), quoting::remind);
    }

    private int each(Supplier<List<String>> due, Predicate<String> piece) {
        var numbers = transaction.execute(_ -> due.get());
        return (int) numbers.stream().filter(piece).count();
    }

    private boolean validate(String quoteNumber) {
        return transaction.execute(_ -> {
            var quote = quotes.find(quoteNumber).orElseThrow().quote();
            var decided = rules.flaw(quote)
                    .map(flaw -> quoting.reject(quoteNumber, flaw))
                    .orElseGet(() -> quoting.begin(quoteNumber));
            return decided instanceof Quoting.Decided.Made;
        });
    }
}
