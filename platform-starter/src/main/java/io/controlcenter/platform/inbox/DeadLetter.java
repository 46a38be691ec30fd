package io.controlcenter.platform.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that this service could not handle and set aside.
 *
 * @param id number of the dead letter in this service
 * @param topic where the event came from; its position there is partition and offset
 * @param key the aggregate's id
 * @param type the event's type, if it had one
 * @param reason why it failed, for an operator
 * @param state WAITING, REPLAYED when a replay succeeded, DISCARDED when an operator gave it up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeadLetter(
        long id,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable String type,
        String reason,
        State state,
        Instant failedAt,
        String payload) {

    enum State {
        WAITING,
        REPLAYED,
        DISCARDED
    }
}
