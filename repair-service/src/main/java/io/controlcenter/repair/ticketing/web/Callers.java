package io.controlcenter.repair.ticketing.web;

import io.controlcenter.platform.security.Caller;
import io.controlcenter.repair.ticketing.domain.Person;

/** A caller as a person in a ticket's history. */
final class Callers {

    private Callers() {}

    static Person person(Caller caller) {
        return new Person(
                caller.subject(), caller.name(), caller.isProvider() ? Person.Side.PROVIDER : Person.Side.CUSTOMER);
    }
}
