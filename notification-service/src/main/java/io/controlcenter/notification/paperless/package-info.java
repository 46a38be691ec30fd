/** How each billing account gets its bills. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.notification.paperless;
