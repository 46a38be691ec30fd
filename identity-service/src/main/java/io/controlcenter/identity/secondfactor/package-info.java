/** The second factor: codes of an authenticator app (TOTP, RFC 6238), recovery codes, and who has to have one. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.secondfactor;
