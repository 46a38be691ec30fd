package io.controlcenter.repair.ticketing.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the customer lets the provider do.
 *
 * @param intrusiveTesting tests that interrupt the service, at any time unless a window is given
 * @param dispatch sending a field technician to the site
 * @param afterHoursCharge work outside office hours that costs extra
 */
public record Authorisations(
        boolean intrusiveTesting,
        @Nullable Instant intrusiveTestingFrom,
        @Nullable Instant intrusiveTestingUntil,
        boolean dispatch,
        boolean afterHoursCharge) {

    public static final Authorisations NONE = new Authorisations(false, null, null, false, false);

    boolean allowsIntrusiveTestAt(Instant at) {
        return intrusiveTesting
                && (intrusiveTestingFrom == null || !at.isBefore(intrusiveTestingFrom))
                && (intrusiveTestingUntil == null || at.isBefore(intrusiveTestingUntil));
    }
}
