package io.controlcenter.order.ordering.domain;

/**
 * An order from draft to customer acceptance (domain b.2). It decides what may happen to it and says what did; it knows
 * no clock, no database and no web. Refused, it has not changed.
 */
public final class Order {

    private final Sheet sheet;

    private Order(OrderSnapshot origin) {
        this.sheet = new Sheet(origin);
    }

    public static Order of(OrderSnapshot snapshot) {
        return new Order(snapshot);
    }

    public OrderSnapshot snapshot() {
        return sheet.snapshot();
    }

    /** From the draft to the acknowledgement letter. */
    public Placement placement() {
        return new Placement(sheet);
    }

    /** From the commit date to the connection notice. */
    public Delivering delivering() {
        return new Delivering(sheet);
    }

    /** Milestones and their plan. */
    public Planning planning() {
        return new Planning(sheet);
    }

    /** What the seller asks for beside the price. */
    public Charging charging() {
        return new Charging(sheet);
    }

    /** Another date. */
    public DateChanging dateChanging() {
        return new DateChanging(sheet);
    }

    public Cancelling cancelling() {
        return new Cancelling(sheet);
    }

    /** The customer's answer to the connection notice, or its absence. */
    public Acceptance acceptance() {
        return new Acceptance(sheet);
    }

    /** A customer who is not ready for what was committed. */
    public NotReady notReady() {
        return new NotReady(sheet);
    }

    /** Services that end. */
    public Disconnecting disconnecting() {
        return new Disconnecting(sheet);
    }

    /** Jeopardy and escalation. */
    public Watching watching() {
        return new Watching(sheet);
    }
}
