package io.controlcenter.order.ordering.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The customer care manager (CCM) of an order: its contact from submittal to customer acceptance (handbook S18–S22). */
public record CareManager(
        String userId,
        String name,
        @Nullable String phone,
        @Nullable String email) {

    /** What the acknowledgement letter would lack; it needs all three (handbook S19). */
    public List<String> missingForLetter() {
        var missing = new ArrayList<String>();
        if (name.isBlank()) {
            missing.add("name");
        }
        if (phone == null || phone.isBlank()) {
            missing.add("phone");
        }
        if (email == null || email.isBlank()) {
            missing.add("email");
        }
        return missing;
    }
}
