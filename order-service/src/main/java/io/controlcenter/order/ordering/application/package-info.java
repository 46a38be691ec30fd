/** The use cases of ordering: one transaction each. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.order.ordering.application;
