/** What an order is and what may happen to it: plain Java. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.order.ordering.domain;
