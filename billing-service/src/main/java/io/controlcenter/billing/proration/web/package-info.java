/** Proration and recurring charges as stateless what-if questions. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.proration.web;
