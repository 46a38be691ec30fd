/** What receivables tell. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.receivables.messaging;
