/** Billing requests over HTTP. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.requests.web;
