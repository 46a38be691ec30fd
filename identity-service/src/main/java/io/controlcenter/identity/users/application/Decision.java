package io.controlcenter.identity.users.application;

import io.controlcenter.identity.users.domain.Refusal;
import io.controlcenter.identity.users.domain.UserSnapshot;

/** What came of a use case: the user as it is now, or why it stayed as it was. */
public sealed interface Decision {

    record Made(UserSnapshot user) implements Decision {}

    record Refused(Refusal why) implements Decision {}
}
