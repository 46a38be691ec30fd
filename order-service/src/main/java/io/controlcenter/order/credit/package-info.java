/** Whether a customer may order on credit. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.order.credit;
