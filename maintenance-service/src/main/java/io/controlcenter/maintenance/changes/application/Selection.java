package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.Impact;
import java.util.List;

/** Which services feel the work alike: by id, by circuit, or by where they are. */
public record Selection(
        List<String> serviceIds, List<String> circuitIds, List<Place> places, Impact impact, int maxDurationMinutes) {

    /** A city in a state, however it is capitalised. */
    public record Place(String city, String state) {}
}
