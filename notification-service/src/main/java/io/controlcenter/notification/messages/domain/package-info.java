/** Who is told, and the life of a message. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.notification.messages.domain;
