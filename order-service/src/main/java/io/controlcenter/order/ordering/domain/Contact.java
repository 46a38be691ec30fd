package io.controlcenter.order.ordering.domain;

import org.jspecify.annotations.Nullable;

/** Whom to talk to about the order on the customer's side. */
public record Contact(String name, String email, @Nullable String phone) {}
