/** Settings, mails and the portal inbox. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.notification;
