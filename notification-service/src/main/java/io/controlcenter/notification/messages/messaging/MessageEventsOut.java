package io.controlcenter.notification.messages.messaging;

import io.controlcenter.notification.messages.application.MessageJournal;
import io.controlcenter.notification.messages.domain.Message;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the other domains what became of a message. */
@Component
class MessageEventsOut implements MessageJournal {

    private static final String TOPIC = "notification.message.v1";
    private final Outbox outbox;

    MessageEventsOut(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The data of every event about a message. */
    record Told(
            UUID messageId,
            String kind,
            String category,
            String recipient,
            @Nullable String enterpriseId,
            @Nullable String accountId,
            String aggregateId) {}

    @Override
    public void sent(Message message) {
        tell("notification.sent.v1", message);
    }

    @Override
    public void failed(Message message) {
        tell("notification.failed.v1", message);
    }

    @Override
    public void suppressed(Message message) {
        tell("notification.suppressed.v1", message);
    }

    private void tell(String type, Message message) {
        var data = new Told(
                message.messageId(),
                message.kind().name(),
                message.kind().category().name(),
                message.recipient().address(),
                message.enterpriseId(),
                message.accountId(),
                message.aggregateId());
        outbox.append(new OutboxEvent(
                TOPIC,
                type,
                message.messageId().toString(),
                message.enterpriseId(),
                message.accountId(),
                message.version() + 1,
                data));
    }
}
