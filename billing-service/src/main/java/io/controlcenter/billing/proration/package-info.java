/** What a service costs for the part of a cycle that it ran, with the whole calculation. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.billing.proration;
