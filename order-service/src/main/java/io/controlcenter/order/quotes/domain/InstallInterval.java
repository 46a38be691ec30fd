package io.controlcenter.order.quotes.domain;

/** How long the installation takes from the order on. */
public record InstallInterval(int value, Unit unit) {

    public enum Unit {
        BUSINESS_DAYS,
        CALENDAR_DAYS
    }

    /** For comparing what was asked with what is offered: five business days are a week. */
    int approximateDays() {
        return unit == Unit.CALENDAR_DAYS ? value : value * 7 / 5;
    }
}
