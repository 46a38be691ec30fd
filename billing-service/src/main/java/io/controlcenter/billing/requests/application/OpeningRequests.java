package io.controlcenter.billing.requests.application;

import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.billing.invoicing.application.ReadingInvoices;
import io.controlcenter.billing.requests.domain.AcknowledgeClock;
import io.controlcenter.billing.requests.domain.BillingRequest;
import io.controlcenter.billing.requests.domain.RequestRefusal;
import io.controlcenter.billing.requests.domain.RequestRefusal.Flaw;
import io.controlcenter.billing.requests.domain.RequestState;
import io.controlcenter.billing.support.SupportCalendars;
import io.controlcenter.platform.audit.AuditTrail;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes billing requests in, by portal, e-mail or phone. */
@Service
@Transactional
public class OpeningRequests {

    private final BillingRequests requests;
    private final RequestTypes types;
    private final Disputing disputing;
    private final ReadingInvoices invoices;
    private final SupportCalendars calendars;
    private final AcknowledgePolicies policies;
    private final RequestDesk desk;
    private final RequestSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    OpeningRequests(
            BillingRequests requests,
            RequestTypes types,
            Disputing disputing,
            ReadingInvoices invoices,
            SupportCalendars calendars,
            AcknowledgePolicies policies,
            RequestDesk desk,
            RequestSettings settings,
            AuditTrail audit,
            Clock clock) {
        this.requests = requests;
        this.types = types;
        this.disputing = disputing;
        this.invoices = invoices;
        this.calendars = calendars;
        this.policies = policies;
        this.desk = desk;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** A line that is disputed; the reason is that of the subtype unless another is said. */
    public record Line(
            String lineId, BigDecimal amount, @Nullable String reasonCode) {}

    /** @param receivedAt when an e-mail or a call came; null for now */
    public record NewRequest(
            BillingAccount account,
            BillingRequest.Subject subject,
            List<Line> lines,
            BillingRequest.Contact contact,
            @Nullable Instant receivedAt) {}

    /** What came of the wish to open one. */
    public sealed interface Outcome {

        record Opened(BillingRequest request) implements Outcome {}

        record Refused(List<RequestRefusal> why) implements Outcome {}
    }

    public Outcome open(NewRequest wanted, Person by) {
        var invoice = Optional.ofNullable(wanted.subject().invoiceNumber())
                .flatMap(number -> invoices.find(number, false))
                .filter(found -> found.accountId().equals(wanted.account().accountId()));
        var lines = wanted.lines().stream()
                .map(line -> new Disputing.Wanted(line.lineId(), line.amount(), reason(line, wanted.subject())))
                .toList();
        var wrong = flaws(wanted, invoice, lines);
        if (!wrong.isEmpty()) {
            return new Outcome.Refused(wrong);
        }
        var request = request(wanted, by);
        requests.add(request);
        if (request.subject().isDispute()) {
            disputing.open(request, wanted.account(), invoice.orElseThrow(), lines);
        }
        audit.record(
                request.enterpriseId(),
                "billing-request.opened",
                "billing-request",
                request.requestNumber(),
                null,
                request);
        desk.opened(request, by);
        return new Outcome.Opened(request);
    }

    private static String reason(Line line, BillingRequest.Subject subject) {
        return line.reasonCode() == null ? subject.subtype() : line.reasonCode();
    }

    private List<RequestRefusal> flaws(
            NewRequest wanted, Optional<ReadingInvoices.Head> invoice, List<Disputing.Wanted> lines) {
        var subject = wanted.subject();
        var wrong = new ArrayList<RequestRefusal>();
        var form = types.find(subject.type(), subject.subtype());
        if (form.isEmpty()) {
            wrong.add(unknownType(subject));
        }
        if (wanted.receivedAt() != null && wanted.receivedAt().isAfter(clock.instant())) {
            wrong.add(new Flaw("/receivedAt", Flaw.Kind.INVALID, "It was not received in the future."));
        }
        form.ifPresent(known -> wrong.addAll(FormRules.flaws(known.fields(), subject.details())));
        if (subject.invoiceNumber() == null) {
            if (form.filter(RequestTypes.Subtype::requiresInvoice).isPresent()) {
                wrong.add(new Flaw("/invoiceNumber", Flaw.Kind.MISSING, "Say which invoice it is about."));
            }
        } else if (invoice.isEmpty()) {
            wrong.add(new Flaw(
                    "/invoiceNumber",
                    Flaw.Kind.UNKNOWN,
                    "The account has no invoice " + subject.invoiceNumber() + "."));
        } else if (subject.isDispute() && invoice.get().state().equals("withdrawn")) {
            wrong.add(new Flaw("/invoiceNumber", Flaw.Kind.INVALID, "This invoice was taken back as a whole."));
        }
        wrong.addAll(lineFlaws(wanted, invoice, lines));
        return wrong;
    }

    private RequestRefusal unknownType(BillingRequest.Subject subject) {
        var known = types.all();
        var names = known.stream().map(RequestTypes.Subtype::type).distinct().toList();
        if (!names.contains(subject.type())) {
            return new Flaw("/type", Flaw.Kind.INVALID, "A type is one of " + String.join(", ", names) + ".");
        }
        var subtypes = known.stream()
                .filter(one -> one.type().equals(subject.type()))
                .map(RequestTypes.Subtype::subtype)
                .toList();
        return new Flaw("/subtype", Flaw.Kind.INVALID, "A subtype is one of " + String.join(", ", subtypes) + ".");
    }

    private List<RequestRefusal> lineFlaws(
            NewRequest wanted, Optional<ReadingInvoices.Head> invoice, List<Disputing.Wanted> lines) {
        if (!wanted.subject().isDispute()) {
            return lines.isEmpty()
                    ? List.of()
                    : List.of(new Flaw("/lines", Flaw.Kind.UNEXPECTED, "Only a dispute is about lines."));
        }
        if (lines.isEmpty()) {
            return List.of(new Flaw("/lines", Flaw.Kind.MISSING, "Say which lines of the invoice are in dispute."));
        }
        var wrong = new ArrayList<RequestRefusal>();
        var seen = new HashSet<String>();
        var reasons = types.all().stream()
                .filter(one -> one.type().equals("DISPUTE"))
                .map(RequestTypes.Subtype::subtype)
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (!seen.add(line.lineId())) {
                wrong.add(new Flaw("/lines/" + i + "/lineId", Flaw.Kind.INVALID, "A line is named once."));
            }
            if (wanted.lines().get(i).reasonCode() != null && !reasons.contains(line.reasonCode())) {
                wrong.add(new Flaw(
                        "/lines/" + i + "/reasonCode",
                        Flaw.Kind.INVALID,
                        "A reason is one of " + String.join(", ", reasons) + "."));
            }
        }
        invoice.filter(found -> !found.state().equals("withdrawn"))
                .ifPresent(found -> wrong.addAll(disputing.flaws(wanted.account(), found, lines)));
        return wrong;
    }

    private BillingRequest request(NewRequest wanted, Person by) {
        var account = wanted.account();
        var now = clock.instant();
        var received = wanted.receivedAt() == null ? now : wanted.receivedAt();
        var reading = policies.find(account.enterpriseId()).orElse(settings.reading());
        return new BillingRequest(
                requests.nextNumber(),
                account.enterpriseId(),
                account.accountId(),
                wanted.subject(),
                wanted.contact(),
                account.currency(),
                RequestState.RECEIVED,
                null,
                AcknowledgeClock.start(
                        calendars.of(account.segment()), reading, received, settings.acknowledgeWithin()),
                new BillingRequest.Progress(
                        received.plus(settings.decideWithin()), null, null, null, false, null, null, null),
                null,
                now,
                by.name(),
                now,
                1);
    }
}
