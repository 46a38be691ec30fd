/** Network maintenance events (GCR). */
@org.jspecify.annotations.NullMarked
package io.controlcenter.maintenance;
