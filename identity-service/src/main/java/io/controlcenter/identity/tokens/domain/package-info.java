/** Which enterprise a token is scoped to and what it allows there; plain Java. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.tokens.domain;
