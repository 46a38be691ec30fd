/** What is owed, what came in, what was given back, and what is done about what stays unpaid. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.receivables;
