/** Events leave in the transaction that caused them, and in its order. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.platform.outbox;
