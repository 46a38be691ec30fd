package io.controlcenter.repair.ticketing.domain;

/** Who did something to a ticket. */
public record Person(String id, String name, Side side) {

    public enum Side {
        CUSTOMER,
        PROVIDER,
        SYSTEM
    }

    /** What nobody did by hand. */
    public static final Person SYSTEM = new Person("system", "Control Center", Side.SYSTEM);
}
