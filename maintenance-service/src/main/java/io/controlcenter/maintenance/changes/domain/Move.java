package io.controlcenter.maintenance.changes.domain;

import org.jspecify.annotations.Nullable;

/**
 * New times.
 *
 * @param window the number of the window that moves; null for a window on top of those there are
 */
public record Move(@Nullable Integer window, Times times) {}
