/** Use cases around a GCR. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.maintenance.changes.application;
