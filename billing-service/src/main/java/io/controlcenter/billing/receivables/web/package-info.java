/** Balances, credit notes and collection over HTTP. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.receivables.web;
