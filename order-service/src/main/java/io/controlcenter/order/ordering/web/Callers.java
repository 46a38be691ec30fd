package io.controlcenter.order.ordering.web;

import io.controlcenter.order.ordering.domain.Person;
import io.controlcenter.platform.security.Caller;

/** A caller as a person in an order's history. */
final class Callers {

    private Callers() {}

    static Person person(Caller caller) {
        return new Person(
                caller.subject(), caller.name(), caller.isProvider() ? Person.Side.PROVIDER : Person.Side.CUSTOMER);
    }
}
