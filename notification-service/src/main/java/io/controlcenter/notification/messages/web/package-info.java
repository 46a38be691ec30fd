/** The message log, the portal's inbox and the kinds of notification. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.notification.messages.web;
