/** Repair tickets with one accountable technician, from open to close. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.repair.ticketing;
