/** Billing accounts, of which this service is master. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.accounts;
