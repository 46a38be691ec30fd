/** Tickets as events. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.repair.ticketing.messaging;
