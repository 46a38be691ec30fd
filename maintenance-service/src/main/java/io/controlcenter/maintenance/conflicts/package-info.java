/** Services that a customer wants never to be hit together, and the maintenance that would hit them so (domain c, 3). */
@org.jspecify.annotations.NullMarked
package io.controlcenter.maintenance.conflicts;
