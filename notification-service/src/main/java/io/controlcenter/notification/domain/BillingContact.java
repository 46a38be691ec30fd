package io.controlcenter.notification.domain;

import org.jspecify.annotations.Nullable;

/** Whom an account's bills go to when nobody set anything else. */
public record BillingContact(@Nullable String name, String email) {}
