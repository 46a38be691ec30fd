/** Access tokens, verified once per lifetime. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.gateway.tokens;
