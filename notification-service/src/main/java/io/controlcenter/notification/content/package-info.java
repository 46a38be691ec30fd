/** How something to tell becomes a mail: layout, text and calendar. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.notification.content;
