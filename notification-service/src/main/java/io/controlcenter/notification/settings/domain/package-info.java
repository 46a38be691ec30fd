/** What a notification setting covers. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.notification.settings.domain;
