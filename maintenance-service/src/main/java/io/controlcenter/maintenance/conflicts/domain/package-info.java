/** When diverse services are at risk together, in plain Java. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.maintenance.conflicts.domain;
