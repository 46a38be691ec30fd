/** Correlation ids and the facts that operations watch. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.platform.observability;
