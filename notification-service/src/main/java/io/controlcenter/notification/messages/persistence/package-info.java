/** Occasions and messages in PostgreSQL. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.notification.messages.persistence;
