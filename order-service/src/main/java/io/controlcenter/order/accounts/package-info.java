/** The billing accounts that orders can be placed on, as identity tells them by event. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.order.accounts;
