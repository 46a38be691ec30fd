package io.controlcenter.notification.messages.application;

import io.controlcenter.notification.content.domain.Facts;
import io.controlcenter.notification.content.domain.Reader;
import io.controlcenter.notification.domain.Category;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.notification.messages.MailSettings;
import io.controlcenter.notification.messages.domain.Delivery;
import io.controlcenter.notification.messages.domain.Message;
import io.controlcenter.notification.messages.domain.MessageState;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes messages for sending, and writes down what came of it: two short transactions around a slow mail server. */
@Component
class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
    private final Messages messages;
    private final MessageJournal journal;
    private final Recheck recheck;
    private final Readers readers;
    private final MailSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;

    Sending(
            Messages messages,
            MessageJournal journal,
            Recheck recheck,
            Readers readers,
            MailSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.messages = messages;
        this.journal = journal;
        this.recheck = recheck;
        this.readers = readers;
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    /** What was taken: letters to send, and how many messages were looked at. */
    record Taken(List<Letter> letters, int looked) {}

    @Transactional
    Taken take(int atMost) {
        var due = messages.due(atMost);
        return new Taken(
                due.stream().map(this::letter).flatMap(Optional::stream).toList(), due.size());
    }

    private Optional<Letter> letter(Message message) {
        var verdict = recheck.of(message);
        if (verdict.against() != null) {
            drop(message.suppressed(verdict.against()));
            return Optional.empty();
        }
        var occasion = messages.occasion(message.occasionId()).orElseThrow();
        var facts = occasion.facts();
        if (facts == null) {
            giveUp(message);
            return Optional.empty();
        }
        var leased = messages.lease(message.claimed(), settings.lease());
        return Optional.of(letter(leased, facts, verdict, occasion));
    }

    private Letter letter(Message leased, Facts facts, Recheck.Verdict verdict, Occasion occasion) {
        var reader = readers.of(leased.recipient(), leased.enterpriseId());
        var now = new Reader(reader.name(), reader.zone(), reader.enterprise(), verdict.accounts());
        return new Letter(leased, facts, now, occasion.at());
    }

    /** One message that cannot be told any more must not keep those beside it from being sent. */
    private void giveUp(Message message) {
        LOG.error("What message {} tells of is gone or cannot be read; it is given up", message.messageId());
        var gone = new Delivery.Unreadable("What it tells of cannot be read");
        var failed = message.claimed().after(gone, settings.retries(), clock.instant());
        if (messages.save(failed)) {
            messages.log(failed, gone, clock.instant());
            journal.failed(failed);
        }
    }

    private void drop(Message suppressed) {
        messages.save(suppressed);
        journal.suppressed(suppressed);
    }

    @Transactional
    void settle(Message leased, Delivery delivery) {
        var after = leased.after(delivery, settings.retries(), clock.instant());
        if (!messages.save(after)) {
            LOG.warn("Message {} was taken over by another sender before it was settled", leased.messageId());
            return;
        }
        messages.log(after, delivery, clock.instant());
        if (after.state() == MessageState.SENT) {
            journal.sent(after);
            meters.timer("notification.delay", "kind", after.kind().name())
                    .record(Duration.between(after.createdAt(), clock.instant()));
        } else if (after.state() == MessageState.FAILED) {
            journal.failed(after);
        }
        var personal = after.kind().category() == Category.ACCESS || after.kind() == Kind.INVOICE_PDF;
        if (personal && !after.state().isWaiting()) {
            messages.forgetFacts(after.occasionId());
        }
    }
}
