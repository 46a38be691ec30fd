package io.controlcenter.notification.messages.domain;

/** What came of handing a message to the mail server. */
public sealed interface Delivery {

    /** The server took it. */
    record Accepted() implements Delivery {}

    /** The server is away or did not answer: no fault of the message, so it costs none of its tries. */
    record ServerAway(String detail) implements Delivery {}

    /** The server said: not now. */
    record RefusedForNow(String detail) implements Delivery {}

    /** The server said: never. */
    record RefusedForGood(String detail) implements Delivery {}

    /** It could not be laid out or written; trying again would not help. */
    record Unreadable(String detail) implements Delivery {}
}
