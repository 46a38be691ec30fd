/** The customer care managers of the provider, as identity tells them by event. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.order.caremanagers;
