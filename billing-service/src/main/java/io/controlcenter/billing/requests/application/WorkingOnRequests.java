package io.controlcenter.billing.requests.application;

import io.controlcenter.billing.accounts.application.ReadingAccounts;
import io.controlcenter.billing.coordinators.Coordinators;
import io.controlcenter.billing.requests.application.RequestDesk.Decision;
import io.controlcenter.billing.requests.application.RequestJournal.What;
import io.controlcenter.billing.requests.domain.BillingRequest;
import io.controlcenter.billing.requests.domain.BillingRequest.Coordinator;
import io.controlcenter.billing.requests.domain.BillingRequest.Resolution;
import io.controlcenter.billing.requests.domain.BillingRequest.Verdict;
import io.controlcenter.billing.requests.domain.RequestRefusal;
import io.controlcenter.billing.support.SupportCalendars;
import io.controlcenter.platform.problem.Problem;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What billing coordinators do with requests. */
@Service
@Transactional
public class WorkingOnRequests {

    private final RequestDesk desk;
    private final BillingRequests requests;
    private final Coordinators coordinators;
    private final Disputing disputing;
    private final DisputeVerdicts verdicts;
    private final ReadingAccounts accounts;
    private final SupportCalendars calendars;
    private final RequestSettings settings;
    private final Clock clock;

    WorkingOnRequests(
            RequestDesk desk,
            BillingRequests requests,
            Coordinators coordinators,
            Disputing disputing,
            DisputeVerdicts verdicts,
            ReadingAccounts accounts,
            SupportCalendars calendars,
            RequestSettings settings,
            Clock clock) {
        this.desk = desk;
        this.requests = requests;
        this.coordinators = coordinators;
        this.disputing = disputing;
        this.verdicts = verdicts;
        this.accounts = accounts;
        this.calendars = calendars;
        this.settings = settings;
        this.clock = clock;
    }

    public Answer acknowledge(String number, LongConsumer expected, Person by) {
        return switch (desk.decide(number, expected, request -> request.acknowledge(clock.instant()))) {
            case Decision.Refused(var why) -> new Answer.Refused(why);
            case Decision.Made(var before, var after) -> {
                desk.written(before, after, RequestLog.Kind.STATE, "Acknowledged", by);
                desk.tell(after, What.ACKNOWLEDGED, null);
                yield new Answer.Made(after);
            }
        };
    }

    /** @param userId null for whoever was given a request least recently */
    public Answer assign(String number, LongConsumer expected, @Nullable String userId, Person by) {
        // an unknown request is 404 before nobody is found to work on it
        var _ = requests.lock(number).orElseThrow(() -> Problem.notFound("The billing request " + number));
        var found = userId == null ? coordinators.next(clock.instant()) : coordinators.find(userId);
        if (found.isEmpty()) {
            return new Answer.Refused(List.of(new RequestRefusal.NoCoordinator(userId)));
        }
        var to = found.map(member -> new Coordinator(member.userId(), member.name(), member.phone(), member.email()))
                .get();
        return made(
                desk.decide(number, expected, request -> request.assign(to, clock.instant())),
                RequestLog.Kind.COORDINATOR,
                "Given to " + to.name(),
                by);
    }

    public Answer research(String number, LongConsumer expected, Person by) {
        return made(
                desk.decide(number, expected, request -> request.research(clock.instant())),
                RequestLog.Kind.STATE,
                "Being investigated",
                by);
    }

    public Answer pend(String number, LongConsumer expected, String question, Person by) {
        return made(
                desk.decide(
                        number,
                        expected,
                        request -> request.pend(
                                question,
                                calendars.of(request.clock().segment()),
                                settings.answerDays(),
                                clock.instant())),
                RequestLog.Kind.STATE,
                question,
                by);
    }

    /** @param credits what is given back of each line, by line id; null unless the dispute is partly upheld */
    public Answer resolve(
            String number,
            LongConsumer expected,
            Verdict outcome,
            String text,
            @Nullable Map<String, BigDecimal> credits,
            Person by) {
        var request = requests.lock(number).orElseThrow(() -> Problem.notFound("The billing request " + number));
        var given = verdicts.credits(request, outcome, credits);
        if (given instanceof DisputeVerdicts.Credits.Refused(var why)) {
            return new Answer.Refused(why);
        }
        var byLine = ((DisputeVerdicts.Credits.Given) given).byLine();
        var sum = byLine.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var decision = new Resolution(outcome, text, sum.signum() > 0 ? sum : null, clock.instant(), by.name());
        var decided = desk.decide(
                number,
                expected,
                before -> before.resolve(
                        decision, calendars.of(before.clock().segment()), settings.acceptDays(), clock.instant()));
        return switch (decided) {
            case Decision.Refused(var why) -> new Answer.Refused(why);
            case Decision.Made(var before, var after) -> settle(before, after, byLine, by);
        };
    }

    private Answer settle(BillingRequest before, BillingRequest after, Map<String, BigDecimal> credits, Person by) {
        if (after.subject().isDispute()) {
            var account = accounts.find(after.accountId()).orElseThrow();
            var unfit = disputing.decide(after, account, credits, by.name());
            if (!unfit.isEmpty()) {
                return new Answer.Refused(unfit);
            }
        }
        var resolution = Optional.ofNullable(after.resolution()).orElseThrow();
        desk.written(before, after, RequestLog.Kind.DECISION, resolution.text(), by);
        if (after.subject().isDispute()) {
            desk.tell(after, What.DISPUTE_RESOLVED, resolution.text());
        }
        return new Answer.Made(after);
    }

    /** As the customer asked. */
    public Answer close(String number, LongConsumer expected, Person by) {
        return switch (desk.decide(number, expected, request -> request.close(clock.instant()))) {
            case Decision.Refused(var why) -> new Answer.Refused(why);
            case Decision.Made(var before, var after) -> {
                withdraw(after);
                desk.written(before, after, RequestLog.Kind.STATE, "Closed as asked", by);
                yield new Answer.Made(after);
            }
        };
    }

    /** The next warning of the clock. */
    void warn(String number) {
        if (desk.decide(number, _ -> {}, request -> new BillingRequest.Outcome.Done(request.warn()))
                instanceof Decision.Made(var _, var after)) {
            var percent = after.clock().warned();
            var words = percent == 100
                    ? "The time for the acknowledgement is over"
                    : percent + " % of the time for the acknowledgement has passed";
            desk.logged(after, RequestLog.Kind.CLOCK, words);
            desk.tell(after, percent == 100 ? What.SLA_BREACHED : What.SLA_AT_RISK, words);
        }
    }

    /** Nobody answered, or nobody objected. */
    void closeAfterSilence(String number) {
        if (desk.decide(number, _ -> {}, request -> request.fallSilent(clock.instant()))
                instanceof Decision.Made(var before, var after)) {
            withdraw(after);
            var words = after.progress().closing() == BillingRequest.Closing.NO_RESPONSE
                    ? "Closed: there was no answer"
                    : "Closed: nobody objected";
            desk.written(before, after, RequestLog.Kind.STATE, words, Person.SYSTEM);
        }
    }

    private void withdraw(BillingRequest request) {
        if (request.subject().isDispute()) {
            disputing.withdraw(request, accounts.find(request.accountId()).orElseThrow(), clock.instant());
        }
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
