/** Invoices and bill runs over HTTP. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.invoicing.web;
