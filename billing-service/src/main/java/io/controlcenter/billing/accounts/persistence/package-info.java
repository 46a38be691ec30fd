/** Accounts as rows. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.accounts.persistence;
