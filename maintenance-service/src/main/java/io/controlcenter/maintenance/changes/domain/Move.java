package io.controlcenter.maintenance.changes.domain;

import org.jspecify.annotations.Nullable;

/**
 * New times.
 *
 * @param window the number of the window that moves; null for the first one that was put off and is not
 *     named, and for a window on top where there is none
 * @param kind of a window on top
 */
public record Move(@Nullable Integer window, Times times, Window.Kind kind) {

    public Move(@Nullable Integer window, Times times) {
        this(window, times, Window.Kind.PRIMARY);
    }
}
