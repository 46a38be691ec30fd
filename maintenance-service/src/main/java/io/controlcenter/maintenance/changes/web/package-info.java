/** GCRs over HTTP. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.maintenance.changes.web;
