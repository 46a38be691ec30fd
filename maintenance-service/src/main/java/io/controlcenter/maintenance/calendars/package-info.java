/** Maintenance as iCalendar with MAINTNOTE, by GCR and as a feed that calendars subscribe to. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.maintenance.calendars;
