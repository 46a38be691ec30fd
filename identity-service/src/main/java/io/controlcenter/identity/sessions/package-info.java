/** Where people are signed in, and how they end it. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.sessions;
