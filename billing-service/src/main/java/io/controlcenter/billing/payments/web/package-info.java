/** Payments over HTTP. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.payments.web;
