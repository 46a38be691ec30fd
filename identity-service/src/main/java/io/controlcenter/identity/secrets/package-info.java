/** Secrets that nobody can guess. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.secrets;
