package io.controlcenter.notification.messages.application;

import io.controlcenter.notification.domain.Kind;
import io.controlcenter.notification.messages.domain.Delivery;
import io.controlcenter.notification.messages.domain.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Where occasions and messages are kept. */
public interface Messages {

    /** @return empty when the same was kept before: an event that was told again */
    OptionalLong keep(Occasion occasion, boolean decided);

    Optional<Occasion> occasion(long id);

    /** Occasions whose recipients are not decided yet, held until the transaction ends; no other replica sees them. */
    List<Open> open(int atMost);

    /** @param overdue waited for longer than what is missing can take */
    record Open(Occasion occasion, boolean overdue) {}

    /** False when it was decided before. */
    boolean decided(long occasionId);

    /** What must not lie about once it was told, such as a link that lets somebody in. */
    void forgetFacts(long occasionId);

    /** @return false when the same was told before (rule 1) */
    boolean add(Message message);

    /** Mails that are due or whose sender was lost, oldest first, held until the transaction ends. */
    List<Message> due(int atMost);

    /** Takes a message for sending, until the lease ends. */
    Message lease(Message message, Duration lease);

    /** @return false when somebody else had it meanwhile */
    boolean save(Message message);

    void log(Message message, Delivery delivery, Instant at);

    /** Whether something later of the same stream was sent to the recipient already. */
    boolean isOutdated(Message message);

    /** What waits of this kind and tells of an earlier version. */
    List<Message> waiting(Kind kind, String aggregateId, String enterpriseId, long before);
}
