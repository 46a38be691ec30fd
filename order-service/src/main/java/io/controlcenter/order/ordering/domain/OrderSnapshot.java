package io.controlcenter.order.ordering.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an order is, at one moment: what is shown, stored and restored.
 *
 * @param accountId the billing account that pays
 * @param requirementsConfirmedAt null until sites, contact and date were confirmed (handbook S12)
 * @param createdBy who drafted it
 * @param version rises with every change
 */
public record OrderSnapshot(
        String orderNumber,
        String enterpriseId,
        String accountId,
        OrderState state,
        Terms terms,
        List<OrderItem> items,
        List<Milestone> milestones,
        @Nullable Instant requirementsConfirmedAt,
        @Nullable CareManager careManager,
        @Nullable Letter letter,
        Instant createdAt,
        Person createdBy,
        @Nullable Submittal submittal,
        @Nullable Instant completedAt,
        long version) {}
