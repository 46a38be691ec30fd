package io.controlcenter.order.pricing.domain;

/** What a standard interval or a window is counted in. */
public enum IntervalUnit {
    BUSINESS_DAYS,
    CALENDAR_DAYS,
    /** Individual case basis: by negotiation, so that no table gives a date or a fee. */
    ICB
}
