package io.controlcenter.billing.requests.application;

import io.controlcenter.platform.security.Caller;

/**
 * Who does something with a request.
 *
 * @param source CUSTOMER, PROVIDER or SYSTEM
 */
public record Person(String name, String source) {

    static final Person SYSTEM = new Person("Control Center", "SYSTEM");

    /** A partner acts for the customer. */
    public static Person of(Caller caller) {
        return new Person(caller.name(), caller.isProvider() ? "PROVIDER" : "CUSTOMER");
    }

    boolean isCustomer() {
        return source.equals("CUSTOMER");
    }
}
