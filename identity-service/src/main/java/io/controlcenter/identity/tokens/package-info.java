/** The OAuth2 and OpenID Connect provider: keys, tokens, and their exchange for scoped ones. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.tokens;
