/** The arithmetic of balances, allocations, late charges and reminders. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.receivables.domain;
