package io.controlcenter.order.ordering.domain;

import org.jspecify.annotations.Nullable;

/** To whom at the customer escalations desk an order was taken; each time one step higher. */
public record Escalation(Level level, String reason) {

    public enum Level {
        CCM_MANAGER,
        DIRECTOR,
        VP;

        /** One step higher; null above the highest. */
        @Nullable
        Level next() {
            return switch (this) {
                case CCM_MANAGER -> DIRECTOR;
                case DIRECTOR -> VP;
                case VP -> null;
            };
        }
    }
}
