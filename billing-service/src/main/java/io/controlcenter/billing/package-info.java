/** Billing accounts, rated services, bill runs and invoices. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing;
