package io.controlcenter.billing.invoicing.application;

/** Opens what a withdrawn invoice billed, so that the account's next invoice bills it: once, as it is known then. */
public interface Rebilling {

    /** Bill runs pass the account over until the transaction ends; locked before the account's money is. */
    void hold(String accountId);

    /**
     * Whether a later invoice of the account builds on it, issued or held. One that was billed anew itself does not.
     */
    boolean isFollowed(String invoiceNumber);

    /** Its days, one-time charges, usage and credits count as not billed; what it says stays as it is. */
    void open(String invoiceNumber);
}
