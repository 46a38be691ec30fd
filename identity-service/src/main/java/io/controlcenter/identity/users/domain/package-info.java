/** A user's states and what may be granted by whom; plain Java. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.users.domain;
