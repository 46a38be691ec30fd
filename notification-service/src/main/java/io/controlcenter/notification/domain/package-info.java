/** The words that all capabilities of this service share. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.notification.domain;
