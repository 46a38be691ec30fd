/** What an order would cost in days and fees, before anybody commits to it. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.order.estimates;
