package io.controlcenter.maintenance.changes.domain;

import org.jspecify.annotations.Nullable;

/** Where the work is done. */
public record Location(
        String city, String state, String country, @Nullable Gps gps) {

    /** In decimal degrees. */
    public record Gps(double latitude, double longitude) {}
}
