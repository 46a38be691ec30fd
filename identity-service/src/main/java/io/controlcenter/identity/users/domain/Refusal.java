package io.controlcenter.identity.users.domain;

/** Why something is not done to a user, or to what a user may do. */
public sealed interface Refusal {

    record NotInThisState(String what, UserStatus status) implements Refusal {}

    record UsernameTaken(String username) implements Refusal {}

    /** An enterprise never loses the last one who can administer it. */
    record LastAdministrator(String enterpriseId) implements Refusal {}

    /** The user works for other enterprises too, which one of them may not decide for. */
    record SharedWithOthers() implements Refusal {}

    /** Only an administrator makes, changes or removes an administrator. */
    record AdministratorRequired() implements Refusal {}

    record OwnGrant() implements Refusal {}

    record AccountsBeyondOwn() implements Refusal {}

    record StaffHaveNoGrants() implements Refusal {}

    record NotAMember(String enterpriseId) implements Refusal {}
}
