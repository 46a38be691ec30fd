/** Work on many rows by one statement. */
@NullMarked
package io.controlcenter.platform.sets;

import org.jspecify.annotations.NullMarked;
