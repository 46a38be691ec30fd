/** Meetings of an account team and when they are due; plain Java. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.accountteam.domain;
