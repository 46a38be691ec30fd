/** Quotes, orders and the inventory of installed services. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.order;
