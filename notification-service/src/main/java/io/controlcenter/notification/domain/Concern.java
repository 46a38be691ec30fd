package io.controlcenter.notification.domain;

import java.util.Set;

/** An account, and the services on it, that something is about. */
public record Concern(String accountId, Set<String> serviceIds) {

    public static Concern of(String accountId) {
        return new Concern(accountId, Set.of());
    }
}
