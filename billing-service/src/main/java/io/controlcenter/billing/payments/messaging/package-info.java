/** What payments tell. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.payments.messaging;
