package io.controlcenter.identity.accountteam;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The data of the events on {@code identity.engagement.v1}. */
interface EngagementMessages {

    /** @param contact the account team's primary contact, who meets the customer; null while there is no team */
    record Scheduled(
            String engagementId,
            String enterpriseId,
            @Nullable String accountId,
            String kind,
            Instant scheduledAt,
            @Nullable String note,
            @Nullable Contact contact) {}

    record Contact(String name, String email, @Nullable String phone) {}

    record Cancelled(
            String engagementId,
            String enterpriseId,
            @Nullable String accountId,
            String kind,
            Instant scheduledAt,
            String reason,
            @Nullable Contact contact) {}
}
