package io.controlcenter.identity.users.domain;

import java.util.List;

/** What came of asking something of a user: it happened, or it did not and nothing changed. */
public sealed interface Outcome {

    record Done(List<UserEvent> events) implements Outcome {}

    record Refused(Refusal why) implements Outcome {}

    static Outcome done(UserEvent... events) {
        return new Done(List.of(events));
    }
}
