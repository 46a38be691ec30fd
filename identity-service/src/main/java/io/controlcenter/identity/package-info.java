/** Enterprises, accounts, users, grants and the OAuth2/OIDC provider. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity;
