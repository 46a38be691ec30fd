/** The pages on which people sign in and choose a password. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.signin;
