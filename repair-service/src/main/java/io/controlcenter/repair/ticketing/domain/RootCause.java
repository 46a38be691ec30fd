package io.controlcenter.repair.ticketing.domain;

import org.jspecify.annotations.Nullable;

/** Why the service failed; needed to resolve a ticket (handbook S36). */
public record RootCause(Code code, Party party, @Nullable String text) {

    public enum Code {
        FIBER_CUT,
        EQUIPMENT_FAILURE,
        CONFIGURATION_ERROR,
        CAPACITY,
        POWER_FAILURE,
        PLANNED_WORK,
        CUSTOMER_EQUIPMENT,
        THIRD_PARTY_NETWORK,
        NO_ACCESS,
        NO_FAULT_FOUND,
        OTHER
    }

    /** In whose domain the cause lies. */
    public enum Party {
        PROVIDER,
        CUSTOMER,
        THIRD_PARTY
    }
}
