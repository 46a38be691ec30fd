/** Billing requests by SQL. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.requests.persistence;
