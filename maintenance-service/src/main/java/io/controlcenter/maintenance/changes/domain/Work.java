package io.controlcenter.maintenance.changes.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done, in words for customers.
 *
 * @param reason why; an emergency needs one
 * @param thirdParty whether another company does it
 * @param networkElements what is worked on, by the names that the network's inventory has for it; customers do not see them
 */
public record Work(
        Designation designation,
        Category category,
        String title,
        @Nullable String reason,
        @Nullable String description,
        boolean thirdParty,
        List<Location> locations,
        List<String> networkElements) {

    boolean isEmergency() {
        return designation == Designation.EMERGENCY;
    }

    boolean hasReason() {
        return reason != null && !reason.isBlank();
    }
}
