/** Paying, charging, posting. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.payments.application;
