package io.controlcenter.billing.proration.domain;

/** Why a line begins or ends on its day. */
public enum DateSource {
    /** The cycle's own boundary. */
    CYCLE_BOUNDARY,
    /** The customer's acceptance of the connection notice: commencement. */
    SERVICE_START,
    /** The disconnect request. */
    SERVICE_STOP,
    /** Another price from this day. */
    PRICE_CHANGE
}
