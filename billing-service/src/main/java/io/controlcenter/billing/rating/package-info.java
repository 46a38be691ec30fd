/** Installed services and what they cost, as accepted orders tell. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.rating;
