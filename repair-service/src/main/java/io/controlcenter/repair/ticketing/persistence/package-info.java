/** Tickets in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.repair.ticketing.persistence;
