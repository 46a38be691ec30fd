/** SMTP behind a circuit breaker. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.notification.messages.mail;
