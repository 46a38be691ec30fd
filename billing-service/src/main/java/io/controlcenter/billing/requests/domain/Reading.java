package io.controlcenter.billing.requests.domain;

import io.controlcenter.billing.support.domain.SupportCalendar;
import java.time.Duration;
import java.time.Instant;

/** The two ways to read "within 48 business hours" (domain b.5). */
public enum Reading {
    /** A, the literal one: hours in which support is open. */
    SUPPORT_HOURS {
        @Override
        public Instant after(SupportCalendar calendar, Instant from, Duration time) {
            return calendar.afterSupportTime(from, time);
        }

        @Override
        public Duration passed(SupportCalendar calendar, Instant from, Instant until) {
            return calendar.supportTime(from, until);
        }
    },
    /** B: clock hours of business days. */
    BUSINESS_DAYS {
        @Override
        public Instant after(SupportCalendar calendar, Instant from, Duration time) {
            return calendar.afterBusinessTime(from, time);
        }

        @Override
        public Duration passed(SupportCalendar calendar, Instant from, Instant until) {
            return calendar.businessTime(from, until);
        }
    };

    /** When so much time has passed by this reading. */
    public abstract Instant after(SupportCalendar calendar, Instant from, Duration time);

    /** How much time passed between two moments by this reading. */
    public abstract Duration passed(SupportCalendar calendar, Instant from, Instant until);
}
