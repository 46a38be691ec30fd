package io.controlcenter.identity.journal;

/** What can happen to somebody's access, and whether the person is told by mail, who may not have done it. */
public enum Happening {
    SIGNED_IN("sign-in.succeeded", false),
    SIGN_IN_FAILED("sign-in.failed", false),
    SIGN_IN_LOCKED("sign-in.locked", true),
    SIGNED_OUT("sign-in.ended", false),
    SIGNED_OUT_EVERYWHERE("sign-in.ended-everywhere", false),
    PASSWORD_CHANGED("password.changed", true),
    PASSWORD_RESET_REQUESTED("password.reset-requested", false),
    PASSWORD_RESET("password.reset", true),
    SECOND_FACTOR_ENABLED("second-factor.enabled", true),
    SECOND_FACTOR_DISABLED("second-factor.disabled", true),
    SECOND_FACTOR_RESET("second-factor.reset", true),
    RECOVERY_CODES_RENEWED("second-factor.recovery-codes-renewed", true),
    RECOVERY_CODE_USED("second-factor.recovery-code-used", true);

    private final String action;
    private final boolean told;

    Happening(String action, boolean told) {
        this.action = action;
        this.told = told;
    }

    /** Its name in the audit. */
    String action() {
        return action;
    }

    boolean isTold() {
        return told;
    }
}
