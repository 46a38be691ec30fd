package io.controlcenter.order.ordering.application;

import io.controlcenter.order.ordering.OrderingSettings;
import io.controlcenter.order.ordering.domain.OrderEvent;
import io.controlcenter.order.ordering.domain.Outcome;
import io.controlcenter.order.ordering.domain.Person;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Attaches documents to orders: of the types and sizes that the settings allow, and what they claim to be. */
@Service
@Transactional
public class AttachingDocuments {

    private final OrderDesk desk;
    private final Attachments attachments;
    private final OrderingSettings settings;
    private final Clock clock;

    AttachingDocuments(OrderDesk desk, Attachments attachments, OrderingSettings settings, Clock clock) {
        this.desk = desk;
        this.attachments = attachments;
        this.settings = settings;
        this.clock = clock;
    }

    public Attachments.Attachment attach(String orderNumber, String name, String mediaType, byte[] content, Person by) {
        requireFit(name, mediaType, content);
        var decision = desk.decide(orderNumber, by, _ -> Outcome.done(new OrderEvent.AttachmentAdded(name)));
        if (!(decision instanceof Decision.Made(var order))) {
            throw new IllegalStateException("Attaching is never refused by an order");
        }
        if (attachments.of(orderNumber).size() >= settings.attachments().maxPerOrder()) {
            throw Problem.conflict(
                    "too-many-attachments",
                    "An order holds %d documents at most."
                            .formatted(settings.attachments().maxPerOrder()));
        }
        var attachment = new Attachments.Attachment(
                UUID.randomUUID(),
                name,
                mediaType,
                content.length,
                clock.instant(),
                by.name(),
                by.side().name());
        attachments.add(
                orderNumber, order.enterpriseId(), order.accountId(), new Attachments.Document(attachment, content));
        return attachment;
    }

    private void requireFit(String name, String mediaType, byte[] content) {
        var rule = settings.attachments();
        if (content.length > rule.maxSize().toBytes()) {
            throw Problem.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "attachment-too-large",
                    "A document holds %d bytes at most."
                            .formatted(rule.maxSize().toBytes()));
        }
        if (name.isBlank() || name.length() > 200 || name.chars().anyMatch(Character::isISOControl)) {
            throw Problem.unprocessable(Violation.invalid("/file", "The name has 1 to 200 characters."));
        }
        if (!rule.types().contains(mediaType)) {
            throw Problem.of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "attachment-type",
                            "Documents of this type cannot be attached.")
                    .with("types", rule.types());
        }
        if (content.length == 0 || !MagicBytes.fit(mediaType, content)) {
            throw Problem.unprocessable(
                    Violation.invalid("/file", "The content is not what its type says, or there is none."));
        }
    }
}
