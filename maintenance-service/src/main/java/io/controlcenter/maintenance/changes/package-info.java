/** Changes of the network (GCR), from plan to end. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.maintenance.changes;
