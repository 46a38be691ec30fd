package io.controlcenter.notification.domain;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A user of the platform, as identity tells of one. */
public record Person(
        String userId, String email, String name, @Nullable String phone, ZoneId zone, String status) {

    public boolean isActive() {
        return status.equals("ACTIVE");
    }

    /** Locked out or gone; an invited person is neither. */
    public boolean isBarred() {
        return !isActive() && !status.equals("INVITED");
    }
}
