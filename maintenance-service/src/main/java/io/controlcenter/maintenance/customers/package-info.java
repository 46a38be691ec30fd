/** The enterprises and accounts that maintenance can concern, by event. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.maintenance.customers;
