/** Many order items at once, from a table. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.order.bulk;
