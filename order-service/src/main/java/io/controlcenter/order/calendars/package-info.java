/** Business days: which days count, as data. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.order.calendars;
