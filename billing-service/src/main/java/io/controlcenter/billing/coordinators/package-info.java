/** The provider's billing coordinators, as identity tells them by event. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.coordinators;
