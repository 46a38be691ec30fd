/** Bill runs and the invoices that they issue. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.invoicing;
