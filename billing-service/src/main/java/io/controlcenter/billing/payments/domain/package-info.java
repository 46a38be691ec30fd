/** A payment and what can become of it. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.payments.domain;
