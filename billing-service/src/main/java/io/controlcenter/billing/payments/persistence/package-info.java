/** Payments by SQL. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.payments.persistence;
