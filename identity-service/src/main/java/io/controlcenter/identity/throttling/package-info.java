/** Slows guessing down. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.throttling;
