/** What a GCR may do and when, in plain Java. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.maintenance.changes.domain;
