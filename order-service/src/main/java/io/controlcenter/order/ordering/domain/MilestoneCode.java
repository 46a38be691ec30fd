package io.controlcenter.order.ordering.domain;

import java.util.Set;

/**
 * The steps of a delivery, in the order in which they are usually reached. Key ones are told to the customer, each
 * exactly once (handbook S21). Those of the system follow from something else and are not reported by a care manager.
 */
public enum MilestoneCode {
    SUBMITTED(true, false),
    CREDIT_DECIDED(true, false),
    CCM_ASSIGNED(true, false),
    ACKNOWLEDGED(true, false),
    REQUIREMENTS_CONFIRMED(false, false),
    CCD_SET(true, true),
    SITE_SURVEY_COMPLETE(false, true),
    DESIGN_COMPLETE(true, true),
    FOC_RECEIVED(true, true),
    BUILD_COMPLETE(false, true),
    INSTALL_COMPLETE(true, true),
    ACTIVATION_SCHEDULED(true, true),
    TEST_AND_TURN_UP_PASSED(true, true),
    CONNECTION_NOTICE_SENT(true, true),
    CUSTOMER_ACCEPTED(true, false),
    BILLING_STARTED(true, false);

    private final boolean key;
    private final boolean reportable;

    MilestoneCode(boolean key, boolean reportable) {
        this.key = key;
        this.reportable = reportable;
    }

    /** Whether the customer is notified. */
    public boolean isKey() {
        return key;
    }

    /** Whether a care manager reports it; the others follow from what the system does. */
    public boolean isReportable() {
        return reportable;
    }

    /** Whether a delivery may go without it. */
    public boolean isOptional() {
        return this == SITE_SURVEY_COMPLETE
                || this == FOC_RECEIVED
                || this == BUILD_COMPLETE
                || this == ACTIVATION_SCHEDULED;
    }

    /** What must have been reached earlier. */
    public Set<MilestoneCode> prerequisites() {
        return switch (this) {
            case DESIGN_COMPLETE, FOC_RECEIVED, ACTIVATION_SCHEDULED -> Set.of(CCD_SET);
            case BUILD_COMPLETE, INSTALL_COMPLETE -> Set.of(DESIGN_COMPLETE);
            case TEST_AND_TURN_UP_PASSED -> Set.of(INSTALL_COMPLETE);
            case CONNECTION_NOTICE_SENT -> Set.of(INSTALL_COMPLETE, TEST_AND_TURN_UP_PASSED);
            default -> Set.of();
        };
    }
}
