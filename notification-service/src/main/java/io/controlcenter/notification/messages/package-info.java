/** From something that happened to a message that arrived, once per recipient. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.notification.messages;
