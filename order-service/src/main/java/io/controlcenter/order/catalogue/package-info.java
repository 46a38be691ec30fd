/** What can be ordered, and at which price. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.order.catalogue;
