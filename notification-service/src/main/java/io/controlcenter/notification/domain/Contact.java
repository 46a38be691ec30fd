package io.controlcenter.notification.domain;

import org.jspecify.annotations.Nullable;

/** A person whom an event names, with or without a user of their own. */
public record Contact(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone) {}
