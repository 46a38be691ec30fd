package io.controlcenter.billing.requests.application;

import io.controlcenter.billing.requests.application.RequestJournal.Happened;
import io.controlcenter.billing.requests.application.RequestJournal.What;
import io.controlcenter.billing.requests.domain.BillingRequest;
import io.controlcenter.billing.requests.domain.BillingRequest.Outcome;
import io.controlcenter.billing.requests.domain.RequestRefusal;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where every change of a request passes: found, checked against the version that the caller read, decided by the
 * request, saved, and written to its history, the outbox and the audit trail, all in one transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestDesk {

    private final BillingRequests requests;
    private final DisputeLines disputes;
    private final RequestLog log;
    private final RequestJournal journal;
    private final AuditTrail audit;
    private final Clock clock;

    RequestDesk(
            BillingRequests requests,
            DisputeLines disputes,
            RequestLog log,
            RequestJournal journal,
            AuditTrail audit,
            Clock clock) {
        this.requests = requests;
        this.disputes = disputes;
        this.log = log;
        this.journal = journal;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of asking a request to do something. */
    sealed interface Decision {

        record Made(BillingRequest before, BillingRequest request) implements Decision {}

        record Refused(List<RequestRefusal> why) implements Decision {}
    }

    void opened(BillingRequest request, Person by) {
        log.add(request, RequestLog.Kind.STATE, "Received by " + channel(request), by, false);
        journal.tell(request, happened(What.RECEIVED, null, request, null));
        if (request.subject().isDispute()) {
            journal.tell(request, happened(What.DISPUTE_OPENED, null, request, null));
        }
    }

    private static String channel(BillingRequest request) {
        return switch (request.subject().channel()) {
            case PORTAL -> "portal";
            case EMAIL -> "e-mail";
            case PHONE -> "phone";
        };
    }

    /** @param expected refuses a version that the caller did not read */
    Decision decide(String requestNumber, LongConsumer expected, Function<BillingRequest, Outcome> question) {
        var before = requests.lock(requestNumber)
                .orElseThrow(() -> Problem.notFound("The billing request " + requestNumber));
        expected.accept(before.version());
        return switch (question.apply(before)) {
            case Outcome.Refused(var why) -> new Decision.Refused(List.of(why));
            case Outcome.Done(var same) when same.version() == before.version() -> new Decision.Made(before, same);
            case Outcome.Done(var after) -> {
                requests.save(after);
                audit.record(
                        after.enterpriseId(),
                        "billing-request." + after.state().wire(),
                        "billing-request",
                        requestNumber,
                        before,
                        after);
                yield new Decision.Made(before, after);
            }
        };
    }

    /** Writes a change of state to the history and tells of it; once what belongs to it is done. */
    void written(BillingRequest before, BillingRequest after, RequestLog.Kind kind, String words, Person by) {
        log.add(after, kind, words, by, false);
        if (before.state() != after.state()) {
            journal.tell(after, happened(What.STATE_CHANGED, before, after, words));
        }
    }

    /** Only in the history, and not for customers. */
    void logged(BillingRequest request, RequestLog.Kind kind, String words) {
        log.add(request, kind, words, Person.SYSTEM, true);
    }

    void tell(BillingRequest request, What what, @Nullable String words) {
        journal.tell(request, happened(what, null, request, words));
    }

    private Happened happened(
            What what, @Nullable BillingRequest before, BillingRequest after, @Nullable String words) {
        return new Happened(
                what,
                before == null ? null : before.state(),
                after.subject().isDispute() ? disputes.sums(after.requestNumber()) : null,
                words,
                clock.instant());
    }
}
