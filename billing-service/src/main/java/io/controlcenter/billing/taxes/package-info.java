/** Taxes, fees and surcharges: which apply to a line, and how they are added up. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.taxes;
