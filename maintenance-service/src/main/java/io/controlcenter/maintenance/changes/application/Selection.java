package io.controlcenter.maintenance.changes.application;

import io.controlcenter.maintenance.changes.domain.Impact;
import java.util.List;

/** Which services feel the work alike: by id, by circuit, by site, or by city. */
public record Selection(
        List<String> serviceIds,
        List<String> circuitIds,
        List<String> siteIds,
        List<Place> places,
        Impact impact,
        int maxDurationMinutes) {

    public boolean isEmpty() {
        return serviceIds.isEmpty() && circuitIds.isEmpty() && siteIds.isEmpty() && places.isEmpty();
    }

    /** A city in a state, however it is capitalised. */
    public record Place(String city, String state) {}
}
