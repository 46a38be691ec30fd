/** The life of a delivery preference. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.notification.paperless.domain;
