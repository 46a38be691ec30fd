/** Events in, from which messages arise, and events out. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.notification.messages.messaging;
