package io.controlcenter.identity.registration.domain;

/** Where a registration is (domain b.1). */
public enum RegistrationState {
    PENDING_EMAIL,
    PENDING_APPROVAL,
    APPROVED,
    REJECTED,
    EXPIRED
}
