package io.controlcenter.maintenance.changes.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done, in words for customers.
 *
 * @param reason why; an emergency needs one
 * @param thirdParty whether another company does it
 */
public record Work(
        Designation designation,
        Category category,
        String title,
        @Nullable String reason,
        @Nullable String description,
        boolean thirdParty,
        List<Location> locations) {

    boolean isEmergency() {
        return designation == Designation.EMERGENCY;
    }

    boolean hasReason() {
        return reason != null && !reason.isBlank();
    }
}
