/** Funds, credit notes and collections by SQL. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.receivables.persistence;
