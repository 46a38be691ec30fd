/** Quotes: what a delivery would cost, and until when that holds. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.order.quotes;
