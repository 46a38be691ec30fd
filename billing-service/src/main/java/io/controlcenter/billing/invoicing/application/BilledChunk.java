package io.controlcenter.billing.invoicing.application;

/**
 * What one step of a run did.
 *
 * @param lastAccount the last account of it, after which the next step goes on
 */
public record BilledChunk(int accounts, int invoices, int lines, int held, long lastAccount) {

    static final BilledChunk NOTHING = new BilledChunk(0, 0, 0, 0, 0);
}
