/** From an access token to one that is scoped to a single enterprise, and how such a token is forgotten in time. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.gateway.scoping;
