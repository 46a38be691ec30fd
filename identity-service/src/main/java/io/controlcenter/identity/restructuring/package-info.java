/** Enterprises that merge, divide, exchange accounts and end; provider staff do it. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.restructuring;
