/** GCRs, their impacts and their log in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.maintenance.changes.persistence;
