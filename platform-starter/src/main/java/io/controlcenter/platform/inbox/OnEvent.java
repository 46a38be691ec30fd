package io.controlcenter.platform.inbox;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method of a bean that handles one type of event: {@code void accepted(Event<OrderAccepted> event)}. It runs once per
 * event id, in one transaction with the inbox row and whatever it writes, its own outbox rows included, and it sees the
 * rows of the event's enterprise (all rows when the event has none). If it throws, nothing of it stays.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnEvent {

    /** The topic of the aggregate, such as {@code order.order.v1}. */
    String topic();

    /** The {@code ce_type}, such as {@code order.accepted.v1}. */
    String type();
}
