package io.controlcenter.notification.content.domain;

import org.jspecify.annotations.Nullable;

/** The customer care manager of an order. */
public record CareManager(String name, @Nullable String phone, String email) {}
