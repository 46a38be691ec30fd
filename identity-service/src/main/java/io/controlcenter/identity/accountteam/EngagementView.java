package io.controlcenter.identity.accountteam;

import io.controlcenter.identity.accountteam.domain.Engagement;
import io.controlcenter.identity.accountteam.domain.EngagementKind;
import io.controlcenter.identity.accountteam.domain.EngagementState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A meeting as both sides see it. */
@Schema(name = "Engagement")
record EngagementView(
        String engagementId,
        String href,
        @Nullable String accountId,
        EngagementKind kind,
        String title,

        @Schema(description = "What it came from: an account, an order, a quarter", example = "2026-Q3")
        String occasion,

        EngagementState state,
        Instant scheduledAt,
        @Nullable String note,

        @Schema(description = "What came of it, or why it was cancelled") @Nullable
        String outcome,

        Instant createdAt) {

    static EngagementView of(Engagement engagement) {
        return new EngagementView(
                engagement.engagementId(),
                "/api/v1/enterprises/" + engagement.enterpriseId() + "/engagements/" + engagement.engagementId(),
                engagement.accountId(),
                engagement.kind(),
                engagement.kind().title(),
                engagement.occasion(),
                engagement.state(),
                engagement.scheduledAt(),
                engagement.note(),
                engagement.outcome(),
                engagement.createdAt());
    }
}
