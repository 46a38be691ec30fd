/** Orders as events. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.order.ordering.messaging;
