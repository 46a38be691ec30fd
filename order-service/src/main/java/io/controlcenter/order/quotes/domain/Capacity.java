package io.controlcenter.order.quotes.domain;

import org.jspecify.annotations.Nullable;

/** Whether the network has room for what is quoted (handbook S17). */
public record Capacity(Status status, @Nullable String notes) {

    public static final Capacity NOT_CHECKED = new Capacity(Status.NOT_CHECKED, null);

    public enum Status {
        NOT_CHECKED,
        PENDING,
        CONFIRMED,
        UNAVAILABLE
    }
}
