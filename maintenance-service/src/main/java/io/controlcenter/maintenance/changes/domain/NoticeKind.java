package io.controlcenter.maintenance.changes.domain;

/** What customers are told. */
public enum NoticeKind {
    TENTATIVE("tentative"),
    SCHEDULED("scheduled"),
    /** The first notice of an emergency; for machines it is scheduled like any other. */
    EMERGENCY("scheduled"),
    RESCHEDULED("rescheduled"),
    POSTPONED("postponed"),
    CANCELLED("cancelled"),
    STARTED("started"),
    EXTENDED("extended"),
    COMPLETED("completed"),
    NOT_COMPLETED("not-completed"),
    ALTERNATE_WINDOW("alternate-invoked"),
    REMINDER("reminder-due");

    private final String event;

    NoticeKind(String event) {
        this.event = event;
    }

    /** The event type of {@code maintenance.gcr.…} that carries it. */
    public String eventType() {
        return "maintenance.gcr." + event + ".v1";
    }
}
