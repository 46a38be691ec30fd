/** The services that are installed. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.order.inventory;
