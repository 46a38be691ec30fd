package io.controlcenter.repair.ticketing.web;

import org.jspecify.annotations.Nullable;

/**
 * What a JSON Merge Patch (RFC 7386) says of a property that can be absent: a new value, or null, which removes it. The
 * property itself is null where the patch does not name it.
 */
record Change<T>(@Nullable T value) {

    /** The property after the patch. */
    static <T> @Nullable T apply(@Nullable Change<T> change, @Nullable T before) {
        return change == null ? before : change.value();
    }
}
