package io.controlcenter.billing.requests.application;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.requests.application.RequestDesk.Decision;
import io.controlcenter.billing.requests.application.RequestJournal.What;
import io.controlcenter.billing.requests.domain.BillingRequest;
import io.controlcenter.billing.requests.domain.BillingRequest.Outcome;
import io.controlcenter.billing.requests.domain.RequestState;
import java.time.Clock;
import java.time.Instant;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers do with their requests, and what both sides say about them. */
@Service
@Transactional
public class FollowingRequests {

    private final RequestDesk desk;
    private final Disputing disputing;
    private final ReadingAccounts accounts;
    private final RequestLog log;
    private final RequestSettings settings;
    private final Clock clock;

    FollowingRequests(
            RequestDesk desk,
            Disputing disputing,
            ReadingAccounts accounts,
            RequestLog log,
            RequestSettings settings,
            Clock clock) {
        this.desk = desk;
        this.disputing = disputing;
        this.accounts = accounts;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    /** What came of the wish to add something. */
    public sealed interface Added {

        record Done(RequestLog.Entry entry) implements Added {}

        record Refused(Answer.Refused why) implements Added {}
    }

    /** A customer's note answers the question that is waited for, and the work goes on. */
    public Added note(String number, String text, boolean internal, Person by) {
        return add(number, RequestLog.Kind.NOTE, text, internal, by);
    }

    Added add(String number, RequestLog.Kind kind, String text, boolean internal, Person by) {
        return switch (desk.decide(number, _ -> {}, request -> added(request, by))) {
            case Decision.Refused(var why) -> new Added.Refused(new Answer.Refused(why));
            case Decision.Made(var before, var after) -> {
                var entry = log.add(after, kind, text, by, internal);
                if (before.state() != after.state()) {
                    desk.written(before, after, RequestLog.Kind.STATE, "The customer answered", by);
                }
                if (!internal) {
                    desk.tell(after, What.NOTE_ADDED, text);
                }
                yield new Added.Done(entry);
            }
        };
    }

    private Outcome added(BillingRequest request, Person by) {
        var now = clock.instant();
        return by.isCustomer() && request.state() == RequestState.PENDING_CUSTOMER
                ? request.answer(now)
                : request.note(now);
    }

    /** @param change the contact and the asker's own number as they are to be, from how they are */
    public Answer address(String number, LongConsumer expected, UnaryOperator<Addressed> change, Person by) {
        var decision = desk.decide(number, expected, request -> {
            var wanted = change.apply(
                    new Addressed(request.contact(), request.subject().customerReference()));
            return request.addressed(wanted.contact(), wanted.reference(), clock.instant());
        });
        return decision instanceof Decision.Made(var before, var after) && before.version() == after.version()
                ? new Answer.Made(after)
                : made(decision, RequestLog.Kind.STATE, "Contact or reference changed", by);
    }

    /** @param reference the asker's own number */
    public record Addressed(
            BillingRequest.Contact contact, @Nullable String reference) {}

    public Answer accept(String number, LongConsumer expected, Person by) {
        return made(
                desk.decide(number, expected, request -> request.accept(clock.instant())),
                RequestLog.Kind.STATE,
                "The customer accepts the decision",
                by);
    }

    /** Once, with new facts: what was denied is withheld again. */
    public Answer object(String number, LongConsumer expected, String facts, Person by) {
        return switch (desk.decide(number, expected, this::objected)) {
            case Decision.Refused(var why) -> new Answer.Refused(why);
            case Decision.Made(var before, var after) -> {
                if (after.subject().isDispute()) {
                    disputing.reopen(after, accounts.find(after.accountId()).orElseThrow());
                }
                desk.written(before, after, RequestLog.Kind.OBJECTION, facts, by);
                yield new Answer.Made(after);
            }
        };
    }

    private Outcome objected(BillingRequest request) {
        Instant now = clock.instant();
        return request.object(now.plus(settings.decideWithin()), now);
    }

    public Answer requestClose(String number, LongConsumer expected, String reason, Person by) {
        return made(
                desk.decide(number, expected, request -> request.requestClose(reason, clock.instant())),
                RequestLog.Kind.STATE,
                "The customer asks to close: " + reason,
                by);
    }

    private Answer made(Decision decision, RequestLog.Kind kind, String words, Person by) {
        return switch (decision) {
            case Decision.Refused(var why) -> new Answer.Refused(why);
            case Decision.Made(var before, var after) -> {
                desk.written(before, after, kind, words, by);
                yield new Answer.Made(after);
            }
        };
    }
}
