package io.controlcenter.billing.receivables.domain;

import java.math.BigDecimal;
import java.util.List;

/**
 * What became of a payment or a credit; the three add up to it unless it was reversed.
 *
 * @param applied the invoices that it settles
 * @param unapplied left for what is billed next
 * @param paidBack to the customer
 */
public record FundUse(List<Allocation.Part> applied, BigDecimal unapplied, BigDecimal paidBack) {}
