package io.controlcenter.order.credit.domain;

/** Where a credit application is in its life (domain b.2). */
public enum CreditState {
    DRAFT("Draft"),
    SUBMITTED("Submitted"),
    IN_REVIEW("In review"),
    INFO_REQUIRED("We need something from you"),
    APPROVED("Approved"),
    APPROVED_WITH_DEPOSIT("Approved with a deposit"),
    DECLINED("Declined"),
    WITHDRAWN("Withdrawn"),
    EXPIRED("Expired");

    private final String displayStatus;

    CreditState(String displayStatus) {
        this.displayStatus = displayStatus;
    }

    /** As the portal shows it. */
    public String displayStatus() {
        return displayStatus;
    }

    public boolean isApproved() {
        return this == APPROVED || this == APPROVED_WITH_DEPOSIT;
    }

    /** Whether a decision is still to be expected. */
    public boolean isPending() {
        return this == SUBMITTED || this == IN_REVIEW || this == INFO_REQUIRED;
    }
}
