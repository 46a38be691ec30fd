/** GCRs as events, one for each enterprise. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.maintenance.changes.messaging;
