/** What other services hear of invoices. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.invoicing.messaging;
