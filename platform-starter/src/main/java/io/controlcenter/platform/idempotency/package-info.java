/** Repeated and dry-run writes: Idempotency-Key and dryRun. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.platform.idempotency;
