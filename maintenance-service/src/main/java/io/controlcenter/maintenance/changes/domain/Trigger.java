package io.controlcenter.maintenance.changes.domain;

/** What a change manager can ask of a GCR. */
public enum Trigger {
    EDIT("edit", "changed in its plan"),
    PROPOSE("propose", "proposed"),
    CONFIRM("confirm", "confirmed"),
    RESCHEDULE("reschedule", "rescheduled"),
    POSTPONE("postpone", "postponed"),
    CANCEL("cancel", "cancelled"),
    START("start", "started"),
    COMPLETE("complete", "completed"),
    NOT_COMPLETE("not-complete", "ended without success"),
    INVOKE_ALTERNATE("invoke-alternate", "moved to its alternate window");

    private final String wire;
    private final String participle;

    Trigger(String wire, String participle) {
        this.wire = wire;
        this.participle = participle;
    }

    /** The last segment of the action's path. */
    public String wire() {
        return wire;
    }

    public String participle() {
        return participle;
    }
}
