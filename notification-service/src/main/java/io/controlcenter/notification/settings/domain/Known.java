package io.controlcenter.notification.settings.domain;

import java.util.Set;

/** What exists in the enterprise of all that a setting names. */
public record Known(
        boolean ownerIsMember, Set<String> customerNumbers, Set<String> accountIds, Set<String> serviceIds) {}
