/** Orders, from draft to customer acceptance. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.order.ordering;
