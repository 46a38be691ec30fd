/** Proration as pure functions over dates and decimals: no clock, no zone, no I/O. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.proration.domain;
