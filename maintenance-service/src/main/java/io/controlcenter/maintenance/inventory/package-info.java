/** The installed services that maintenance can hit, by event. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.maintenance.inventory;
