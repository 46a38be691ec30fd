package io.controlcenter.repair.ticketing.domain;

import org.jspecify.annotations.Nullable;

/** The customer's point of contact for a ticket (handbook S34). */
public record Technician(
        String userId, String name, @Nullable String phone, String email) {}
