/** Standard intervals and the rate card: how long delivery takes, and what a change of it costs. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.order.rates;
