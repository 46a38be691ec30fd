/** How often the care manager of an order speaks with the customer. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.order.carecontacts;
