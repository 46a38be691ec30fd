/** The states of a registration; plain Java. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.registration.domain;
