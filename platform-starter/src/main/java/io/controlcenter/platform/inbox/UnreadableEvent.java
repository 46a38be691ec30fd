package io.controlcenter.platform.inbox;

import org.jspecify.annotations.Nullable;

/** An event that no repetition will make readable: it goes to the dead letters at once. */
final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableEvent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
