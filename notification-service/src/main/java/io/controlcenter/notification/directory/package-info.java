/** Who is who and what belongs to whom, as the other services tell it. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.notification.directory;
