/** Deciding whom to tell, and sending. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.notification.messages.application;
