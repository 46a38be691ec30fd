/** Payments: by customers, by AutoPay, and as remittances that staff post. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.payments;
