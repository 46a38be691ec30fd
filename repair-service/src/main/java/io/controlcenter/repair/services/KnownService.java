package io.controlcenter.repair.services;

import org.jspecify.annotations.Nullable;

/**
 * A service as repair knows it; ordering is its master.
 *
 * @param state PENDING until the customer accepted it, then INSTALLED until it is disconnected
 * @param circuitId null until it is installed
 * @param tspCode its authorization under telecommunications service priority, if it has one
 * @param orderNumber the order that delivers or delivered it
 * @param careManager that order's contact; null while none is known
 */
public record KnownService(
        String serviceId,
        String enterpriseId,
        String accountId,
        State state,
        @Nullable String circuitId,
        String productName,
        @Nullable String productCode,
        @Nullable Site site,
        @Nullable String tspCode,
        String orderNumber,
        @Nullable CareManager careManager) {

    public enum State {
        PENDING,
        INSTALLED,
        DISCONNECTED
    }

    /** Where it ends. */
    public record Site(String siteId, String name) {}

    /** The customer care manager, who is the contact before installation (handbook S34). */
    public record CareManager(
            String name, @Nullable String phone, @Nullable String email) {}
}
