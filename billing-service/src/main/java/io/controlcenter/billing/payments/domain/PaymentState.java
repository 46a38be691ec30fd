package io.controlcenter.billing.payments.domain;

/** Where a payment is in its life. */
public enum PaymentState {
    /** For a later day; can be cancelled until that day begins. */
    SCHEDULED("Scheduled"),
    /** Handed to those who charge, or about to be. */
    PROCESSING("Processing"),
    POSTED("Posted"),
    /** Nothing was taken. */
    FAILED("Failed"),
    CANCELLED("Cancelled"),
    /** Posted, then taken back: a cheque that bounced, a wrong account. */
    REVERSED("Reversed");

    private final String displayStatus;

    PaymentState(String displayStatus) {
        this.displayStatus = displayStatus;
    }

    /** The portal's word. */
    public String displayStatus() {
        return displayStatus;
    }
}
