package io.controlcenter.maintenance.changes.domain;

import org.jspecify.annotations.Nullable;

/**
 * A window as it is wanted.
 *
 * @param window the number of the one that is to become so; null for another one
 */
public record Wish(@Nullable Integer window, Window.Kind kind, Times times) {

    public Wish(Window.Kind kind, Times times) {
        this(null, kind, times);
    }

    Move move() {
        return new Move(window, times, kind);
    }
}
