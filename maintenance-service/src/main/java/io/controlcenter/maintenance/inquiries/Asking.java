package io.controlcenter.maintenance.inquiries;

import io.controlcenter.maintenance.changes.application.MaintenanceSettings;
import io.controlcenter.maintenance.changes.application.ReadingGcrs;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.GcrSnapshot;
import io.controlcenter.maintenance.inquiries.domain.AnswerClock;
import io.controlcenter.maintenance.inquiries.domain.Inquiry;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A customer asks about a GCR, the change management team answers, the customer closes. */
@Service
@Transactional
public class Asking {

    private static final String TOPIC = "maintenance.inquiry.v1";

    private final Inquiries inquiries;
    private final ReadingGcrs gcrs;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final MaintenanceSettings settings;
    private final Clock clock;

    /** What a customer wants to know. */
    public record Question(
            @Nullable List<String> serviceIds,
            Inquiry.Type type,
            @Nullable String customerReference,
            Inquiry.Contact contact,
            String text) {}

    Asking(
            Inquiries inquiries,
            ReadingGcrs gcrs,
            Outbox outbox,
            AuditTrail audit,
            MaintenanceSettings settings,
            Clock clock) {
        this.inquiries = inquiries;
        this.gcrs = gcrs;
        this.outbox = outbox;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    public Inquiry ask(GcrNumber number, String enterpriseId, Question question, String by) {
        var gcr = gcrs.find(number).orElseThrow(() -> Problem.notFound("The GCR " + number));
        requireTopical(gcr);
        requireOwn(gcr, question.serviceIds());
        var inquiry = new Inquiry(
                inquiries.nextNumber(),
                enterpriseId,
                number.digits(),
                question.serviceIds(),
                question.type(),
                question.customerReference(),
                question.contact(),
                question.text(),
                Inquiry.State.OPEN,
                by,
                clock.instant(),
                null,
                null,
                AnswerClock.of(clock.instant(), settings.inquiryAnswer()),
                0);
        inquiries.add(inquiry);
        audit.record(enterpriseId, "inquiry.created", "inquiry", inquiry.inquiryNumber(), null, inquiry);
        tell(inquiry, "created");
        return inquiry;
    }

    /** Of what is over for a month nobody is left to ask. */
    private void requireTopical(GcrSnapshot gcr) {
        var last = gcr.noticedAt();
        var over = gcr.windows().stream().noneMatch(window -> window.state().isOpen());
        if (over && last != null && last.plus(settings.inquiriesOpenFor()).isBefore(clock.instant())) {
            throw Problem.conflict(
                            "gcr-closed",
                            "This GCR has been over for more than %d days."
                                    .formatted(settings.inquiriesOpenFor().toDays()))
                    .with("state", gcr.state().wire());
        }
    }

    private void requireOwn(GcrSnapshot gcr, @Nullable List<String> serviceIds) {
        if (serviceIds == null) {
            return;
        }
        var strangers = inquiries.strangers(gcr.number().digits(), serviceIds);
        if (!strangers.isEmpty()) {
            throw Problem.unprocessable(strangers.stream()
                    .map(id -> Violation.referenceNotFound(
                            "/serviceIds/" + serviceIds.indexOf(id), "This GCR does not hit the service " + id + "."))
                    .toList());
        }
    }

    Inquiry answer(String number, LongConsumer expected, String text, Inquiry.@Nullable Decision decision, String by) {
        var answer = new Inquiry.Answer(text, decision, by, clock.instant());
        var answered = decide(number, expected, inquiry -> inquiry.answered(answer));
        tell(answered, "answered");
        return answered;
    }

    Inquiry close(String number, LongConsumer expected) {
        return decide(number, expected, inquiry -> inquiry.closed(clock.instant()));
    }

    /** The time to answer runs out. */
    void alarm(String number, Instant now) {
        var before = inquiries.find(number).orElseThrow(() -> Problem.notFound("The inquiry " + number));
        var percent = before.clock().alarm(now);
        var after = before.alarmed(now);
        inquiries.save(after);
        if (percent > 0) {
            late(after, percent, now);
        }
    }

    private void late(Inquiry inquiry, int percent, Instant now) {
        var clock = inquiry.clock();
        append(
                inquiry,
                clock.dueAt().isAfter(now) ? "at-risk" : "breached",
                new InquiryMessages.InquiryLate(
                        inquiry.inquiryNumber(),
                        inquiry.gcrNumber(),
                        inquiry.type().name(),
                        contact(inquiry),
                        percent,
                        inquiry.askedAt(),
                        clock.dueAt(),
                        now));
    }

    private static InquiryMessages.InquiryContact contact(Inquiry inquiry) {
        var contact = inquiry.contact();
        return new InquiryMessages.InquiryContact(contact.name(), contact.email(), contact.phone());
    }

    private void append(Inquiry inquiry, String what, Object data) {
        outbox.append(new OutboxEvent(
                TOPIC,
                "maintenance.inquiry." + what + ".v1",
                inquiry.inquiryNumber(),
                inquiry.enterpriseId(),
                null,
                inquiry.version(),
                data));
    }

    private Inquiry decide(String number, LongConsumer expected, Function<Inquiry, Inquiry.Outcome> question) {
        var before = inquiries.find(number).orElseThrow(() -> Problem.notFound("The inquiry " + number));
        expected.accept(before.version());
        var after = InquiryProblems.require(question.apply(before));
        inquiries.save(after);
        audit.record(after.enterpriseId(), "inquiry." + after.state().name(), "inquiry", number, before, after);
        return after;
    }

    private void tell(Inquiry inquiry, String what) {
        var answer = inquiry.answer();
        var said = new InquiryMessages.InquirySaid(
                inquiry.inquiryNumber(),
                inquiry.gcrNumber(),
                inquiry.serviceIds(),
                inquiry.type().name(),
                inquiry.customerReference(),
                contact(inquiry),
                inquiry.text(),
                inquiry.state().name(),
                answer == null ? null : answer.text(),
                answer == null || answer.decision() == null
                        ? null
                        : answer.decision().name(),
                answer == null ? null : answer.by(),
                clock.instant());
        append(inquiry, what, said);
    }

    @Transactional(readOnly = true)
    Optional<Inquiry> find(String number) {
        return inquiries.find(number);
    }

    @Transactional(readOnly = true)
    Page<Inquiry> list(@Nullable String enterpriseId, ListRequest request) {
        return inquiries.list(enterpriseId, request);
    }
}
