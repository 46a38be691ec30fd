package io.controlcenter.order.ordering.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an order is, at one moment: what is shown, stored and restored.
 *
 * @param accountId the billing account that pays
 * @param quoteNumber the quote that it was ordered from; null when from the catalogue
 * @param requirementsConfirmedAt null until sites, contact and date were confirmed (handbook S12)
 * @param createdBy who drafted it
 * @param version rises with every change
 */
public record OrderSnapshot(
        String orderNumber,
        String enterpriseId,
        String accountId,
        @Nullable String quoteNumber,
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
        Progress progress,
        List<Charge> charges,
        List<ChangeRequest> requests,
        long version) {

    /** What is still to be delivered, or waits to be accepted. */
    public List<OrderItem> openItems() {
        return items.stream().filter(OrderItem::isOpen).toList();
    }

    public boolean hasReached(MilestoneCode code) {
        return milestones.stream()
                .anyMatch(milestone -> milestone.code() == code && milestone.status() == Milestone.Status.REACHED);
    }

    /** When a milestone was reached; null while it was not. */
    public @Nullable Instant reachedAt(MilestoneCode code) {
        return milestones.stream()
                .filter(milestone -> milestone.code() == code)
                .findAny()
                .map(Milestone::reachedAt)
                .orElse(null);
    }

    /** An order that disconnects services holds nothing else. */
    public boolean isDisconnect() {
        return items.stream().anyMatch(item -> item.action() == OrderItem.Action.DELETE);
    }

    /** The portal's stage: confirm, design, build and test, activate, manage. */
    public OrderState.DisplayStage displayStage() {
        if (state == OrderState.COMPLETED || state == OrderState.PARTIAL) {
            return OrderState.DisplayStage.MANAGE;
        }
        if (!hasReached(MilestoneCode.CCD_SET)) {
            return OrderState.DisplayStage.CONFIRM;
        }
        if (!hasReached(MilestoneCode.DESIGN_COMPLETE)) {
            return OrderState.DisplayStage.DESIGN;
        }
        return hasReached(MilestoneCode.TEST_AND_TURN_UP_PASSED)
                ? OrderState.DisplayStage.ACTIVATE
                : OrderState.DisplayStage.BUILD;
    }
}
