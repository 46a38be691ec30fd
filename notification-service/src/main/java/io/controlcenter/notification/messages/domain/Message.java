package io.controlcenter.notification.messages.domain;

import io.controlcenter.notification.domain.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing told to one recipient by one channel.
 *
 * @param attempts how often it was handed to the mail server
 * @param refusals how often the server refused it; only these count against it
 * @param pause how long it rests before it is tried again
 */
public record Message(
        UUID messageId,
        long occasionId,
        Kind kind,
        Recipient recipient,
        @Nullable String enterpriseId,
        String aggregateId,
        String part,
        long aggregateVersion,
        Summary summary,
        MessageState state,
        int attempts,
        int refusals,
        @Nullable Reason reason,
        Duration pause,
        Instant createdAt,
        @Nullable Instant sentAt,
        long version) {

    /** What lists show of it. */
    public record Summary(String subject, String text, String link, int templateVersion) {}

    /** The account, when it is about one. */
    public @Nullable String accountId() {
        return recipient.accounts().size() == 1 ? recipient.accounts().getFirst() : null;
    }

    public List<String> accounts() {
        return recipient.accounts();
    }

    /**
     * Equal for what must not be told twice (rule 1). The enterprise is in it because one person may belong to several
     * that the same maintenance affects, each with services of its own.
     */
    public String dedupKey() {
        return String.join(
                ":",
                kind.name(),
                aggregateId,
                part,
                Long.toString(aggregateVersion),
                String.valueOf(enterpriseId),
                recipient.channel().name(),
                recipient.address());
    }

    /** Equal for what supersedes each other (rule 8). */
    public String streamKey() {
        return String.join(
                ":",
                kind.stream(),
                aggregateId,
                part,
                String.valueOf(enterpriseId),
                recipient.channel().name());
    }

    /** A sender takes it. */
    public Message claimed() {
        return to(MessageState.SENDING, attempts + 1, refusals, null, Duration.ZERO, sentAt);
    }

    /** It is in the portal's inbox with the transaction that makes it. */
    public Message posted(Instant at) {
        return claimed().sent(at).delivered();
    }

    public Message sent(Instant at) {
        return to(MessageState.SENT, attempts, refusals, null, Duration.ZERO, at);
    }

    public Message delivered() {
        return to(MessageState.DELIVERED, attempts, refusals, null, Duration.ZERO, sentAt);
    }

    public Message suppressed(Reason why) {
        return to(MessageState.SUPPRESSED, attempts, refusals, why, Duration.ZERO, sentAt);
    }

    public Message cancelled(Reason why) {
        return to(MessageState.CANCELLED, attempts, refusals, why, Duration.ZERO, sentAt);
    }

    /** What the server's answer makes of it. */
    public Message after(Delivery delivery, Retries retries, Instant at) {
        return switch (delivery) {
            case Delivery.Accepted() -> sent(at);
            case Delivery.ServerAway _ -> again(refusals, retries);
            case Delivery.RefusedForNow _ when refusals + 1 < retries.most() -> again(refusals + 1, retries);
            case Delivery.RefusedForNow _ -> failed(refusals + 1, Reason.TRIES_EXHAUSTED);
            case Delivery.RefusedForGood _ -> failed(refusals + 1, Reason.REFUSED);
            case Delivery.Unreadable _ -> failed(refusals, Reason.UNREADABLE);
        };
    }

    private Message again(int refused, Retries retries) {
        return to(MessageState.RETRY_SCHEDULED, attempts, refused, null, retries.pauseAfter(attempts), sentAt);
    }

    private Message failed(int refused, Reason why) {
        return to(MessageState.FAILED, attempts, refused, why, Duration.ZERO, sentAt);
    }

    private Message to(
            MessageState next, int tried, int refused, @Nullable Reason why, Duration rest, @Nullable Instant at) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException("A message that is %s cannot be %s".formatted(state.wire(), next.wire()));
        }
        return new Message(
                messageId,
                occasionId,
                kind,
                recipient,
                enterpriseId,
                aggregateId,
                part,
                aggregateVersion,
                summary,
                next,
                tried,
                refused,
                why,
                rest,
                createdAt,
                at,
                version);
    }
}
