package io.controlcenter.notification.settings.domain;

import io.controlcenter.notification.domain.Concern;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a setting covers: everything, or only what one of its parts names. */
public record Scope(Set<String> customerNumbers, Set<String> accountIds, Set<String> serviceIds) {

    public static final Scope ALL = new Scope(Set.of(), Set.of(), Set.of());

    public boolean isAll() {
        return customerNumbers.isEmpty() && accountIds.isEmpty() && serviceIds.isEmpty();
    }

    /** @param customerNumber under which the account stands, if it is known */
    public boolean covers(Concern concern, @Nullable String customerNumber) {
        return isAll()
                || accountIds.contains(concern.accountId())
                || (customerNumber != null && customerNumbers.contains(customerNumber))
                || !Collections.disjoint(serviceIds, concern.serviceIds());
    }
}
