package io.controlcenter.repair.plannedwork;

/** How planned work on one service stands. */
public enum WorkStatus {
    /** It may still come: scheduled, or its alternate window. */
    AHEAD,
    UNDER_WAY,
    /** It goes on beyond its window. */
    OVERRUN,
    COMPLETED,
    NOT_COMPLETED,
    /** Put off without a new time. */
    POSTPONED,
    CANCELLED;

    static WorkStatus of(String gcrState, boolean underWay, boolean overrun) {
        return switch (gcrState) {
            case "completed" -> COMPLETED;
            case "notCompleted" -> NOT_COMPLETED;
            case "postponed" -> POSTPONED;
            case "cancelled" -> CANCELLED;
            default -> overrun ? OVERRUN : underWay ? UNDER_WAY : AHEAD;
        };
    }
}
