package io.controlcenter.identity.users.domain;

/** Where a user is in life (domain b.1). */
public enum UserStatus {
    INVITED,
    ACTIVE,
    INACTIVE,
    DELETED
}
