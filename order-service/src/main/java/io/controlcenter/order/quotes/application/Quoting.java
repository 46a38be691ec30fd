package io.controlcenter.order.quotes.application;

import io.controlcenter.order.catalogue.Catalogue;
import io.controlcenter.order.quotes.domain.Capacity;
import io.controlcenter.order.quotes.domain.Engineering;
import io.controlcenter.order.quotes.domain.Level;
import io.controlcenter.order.quotes.domain.Quote;
import io.controlcenter.order.quotes.domain.Quote.Outcome;
import io.controlcenter.order.quotes.domain.QuoteItem;
import io.controlcenter.order.quotes.domain.QuoteState;
import io.controlcenter.order.quotes.domain.Refusal;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From a request to an answer, and what becomes of it. */
@Service
@Transactional
@EnableConfigurationProperties(QuoteSettings.class)
public class Quoting {

    private final Quotes quotes;
    private final List<QuoteJournal> journals;
    private final Catalogue catalogue;
    private final QuoteSettings settings;
    private final AuditTrail audit;

    Quoting(Quotes quotes, List<QuoteJournal> journals, Catalogue catalogue, QuoteSettings settings, AuditTrail audit) {
        this.quotes = quotes;
        this.journals = journals;
        this.catalogue = catalogue;
        this.settings = settings;
        this.audit = audit;
    }

    /** What came of a use case. */
    public sealed interface Decided {

        record Made(Quotes.Stored quote) implements Decided {}

        record Refused(Refusal why) implements Decided {}
    }

    public Quotes.Stored request(Quote.Request request, Level level, List<QuoteItem> items) {
        var added = quotes.add(Quote.acknowledged(quotes.nextNumber(), request, level, items));
        journals.forEach(journal -> journal.write(null, added));
        record("quote.requested", null, added.quote());
        return added;
    }

    private void record(String action, @Nullable Quote before, Quote after) {
        audit.record(after.request().enterpriseId(), action, "quote", after.quoteNumber(), before, after);
    }

    public Decided begin(String quoteNumber) {
        return decide(quoteNumber, _ -> {}, Quote::begin);
    }

    public Decided reject(String quoteNumber, String why) {
        return decide(quoteNumber, _ -> {}, quote -> quote.reject(why));
    }

    public Decided offer(String quoteNumber, String itemId, QuoteItem.Offer offer, LongConsumer expected) {
        return decide(quoteNumber, expected, quote -> quote.offer(itemId, offer));
    }

    public Decided unable(String quoteNumber, String itemId, String why, LongConsumer expected) {
        return decide(quoteNumber, expected, quote -> quote.unable(itemId, why));
    }

    public Decided engineer(String quoteNumber, Engineering to, LongConsumer expected) {
        return decide(quoteNumber, expected, quote -> quote.engineer(to));
    }

    public Decided check(String quoteNumber, Capacity to, LongConsumer expected) {
        return decide(quoteNumber, expected, quote -> quote.check(to));
    }

    public Decided show(String quoteNumber, LongConsumer expected) {
        return decide(quoteNumber, expected, Quote::show);
    }

    /** @param until last day; as the settings say when null */
    public Decided approve(String quoteNumber, @Nullable LocalDate until, LongConsumer expected) {
        return decide(quoteNumber, expected, quote -> quote.approve(lastDay(until), catalogue.today()));
    }

    public Decided answer(String quoteNumber, @Nullable LocalDate until, LongConsumer expected) {
        return decide(quoteNumber, expected, quote -> quote.answer(lastDay(until), catalogue.today()));
    }

    private LocalDate lastDay(@Nullable LocalDate until) {
        return until == null ? catalogue.today().plusDays(settings.validityDays()) : until;
    }

    public Decided giveUp(String quoteNumber, LongConsumer expected) {
        return decide(quoteNumber, expected, Quote::giveUp);
    }

    public Decided cancel(String quoteNumber, @Nullable String why, LongConsumer expected) {
        return decide(quoteNumber, expected, quote -> quote.cancel(why));
    }

    public Decided decline(String quoteNumber, String why, LongConsumer expected) {
        return decide(quoteNumber, expected, quote -> quote.decline(why));
    }

    public Decided expire(String quoteNumber, LocalDate today) {
        return decide(quoteNumber, _ -> {}, quote -> quote.expire(today));
    }

    /** Whether an order may be made of it today; nothing changes. */
    public Decided orderable(String quoteNumber) {
        return decide(quoteNumber, _ -> {}, quote -> quote.orderableOn(catalogue.today()));
    }

    public Decided accept(String quoteNumber, String orderNumber) {
        return decide(quoteNumber, _ -> {}, quote -> quote.accept(orderNumber, catalogue.today()));
    }

    /** Tells the buyer once that the answer ends soon. */
    public boolean remind(String quoteNumber) {
        if (!quotes.remind(quoteNumber)) {
            return false;
        }
        var quote = find(quoteNumber);
        journals.forEach(journal -> journal.expiring(quote));
        return true;
    }

    private Quotes.Stored find(String quoteNumber) {
        return quotes.find(quoteNumber).orElseThrow(() -> Problem.notFound("The quote " + quoteNumber));
    }

    private Decided decide(String quoteNumber, LongConsumer expected, Function<Quote, Outcome> question) {
        var before = find(quoteNumber);
        expected.accept(before.version());
        return switch (question.apply(before.quote())) {
            case Outcome.Refused(var why) -> new Decided.Refused(why);
            case Outcome.Done(var changed) when changed.equals(before.quote()) -> new Decided.Made(before);
            case Outcome.Done(var changed) -> new Decided.Made(written(before, changed));
        };
    }

    private Quotes.Stored written(Quotes.Stored before, Quote changed) {
        var after = quotes.save(changed, before.version());
        QuoteState from = before.quote().state();
        journals.forEach(journal -> journal.write(from, after));
        record("quote." + changed.state().wire(), before.quote(), changed);
        return after;
    }
}
