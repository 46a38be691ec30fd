package io.controlcenter.order.ordering.domain;

import java.time.Instant;

/**
 * A flag that the delivery of an order is in danger; not a state (domain b.2, rule 8).
 *
 * @param reason why
 * @param plan what the care manager does about it; there is none without
 */
public record Jeopardy(Code code, Level level, String reason, String plan, Instant since) {

    public enum Code {
        CUSTOMER_NOT_READY,
        ACCESS,
        FACILITY_DELAY,
        VENDOR_DELAY,
        SITE_NOT_READY,
        DATE_AT_RISK
    }

    /** From the share of the delivery time that the delay makes up. */
    public enum Level {
        LOW,
        MEDIUM,
        HIGH
    }
}
