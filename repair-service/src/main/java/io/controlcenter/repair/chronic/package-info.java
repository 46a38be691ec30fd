/** Trouble that comes back, on a circuit or at a site. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.repair.chronic;
