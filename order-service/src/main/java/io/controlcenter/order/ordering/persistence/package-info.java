/** Orders in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.order.ordering.persistence;
