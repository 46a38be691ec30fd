/** Who wants to hear of what, by which channel. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.notification.settings;
