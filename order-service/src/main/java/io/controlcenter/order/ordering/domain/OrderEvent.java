package io.controlcenter.order.ordering.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to an order. */
public sealed interface OrderEvent {

    record Drafted() implements OrderEvent {}

    record Changed(String what) implements OrderEvent {}

    record Submitted(Submittal submittal) implements OrderEvent {}

    record Rejected(List<Progress.TerminationError> errors) implements OrderEvent {}

    record Waiting(String what) implements OrderEvent {}

    record CareManagerAssigned(CareManager to, @Nullable CareManager previous) implements OrderEvent {}

    record LetterIssued(Letter letter) implements OrderEvent {}

    record StateChanged(
            OrderState from, OrderState to, @Nullable String reason) implements OrderEvent {}

    record MilestoneReached(Milestone milestone) implements OrderEvent {}

    record MilestoneMissed(Milestone milestone) implements OrderEvent {}

    /** It will not be reached in this delivery, or has to be reached again. */
    record MilestoneReset(Milestone milestone, String reason) implements OrderEvent {}

    /** @param itemId null when the date is the order's */
    record DateChanged(
            DateKind kind,
            @Nullable MilestoneCode milestone,
            @Nullable String itemId,
            @Nullable LocalDate from,
            LocalDate to,
            @Nullable String reason)
            implements OrderEvent {}

    enum DateKind {
        REQUESTED,
        CCD,
        FOC,
        EXPECTED_COMPLETION,
        MILESTONE
    }

    record PointOfNoReturnReached(Progress.PointOfNoReturn point) implements OrderEvent {}

    record JeopardyRaised(Jeopardy jeopardy) implements OrderEvent {}

    record JeopardyCleared(Jeopardy jeopardy) implements OrderEvent {}

    record ChargeCreated(Charge charge) implements OrderEvent {}

    record ChargeAnswered(Charge charge) implements OrderEvent {}

    /** Most of the time to answer it has passed. */
    record ChargeAtRisk(Charge charge) implements OrderEvent {}

    record ChargeTimedOut(Charge charge) implements OrderEvent {}

    record ChargeWithdrawn(Charge charge) implements OrderEvent {}

    /** Some of it has become due; billing charges it. */
    record ChargeBillable(Charge charge, List<Charge.Line> lines, LocalDate chargeDate) implements OrderEvent {}

    record RequestMade(ChangeRequest request) implements OrderEvent {}

    record RequestDecided(ChangeRequest request) implements OrderEvent {}

    /** The buyer does not want it any more; the order goes on with the others. */
    record ItemCancelled(String itemId, String reason) implements OrderEvent {}

    record ItemFailed(String itemId, String reason) implements OrderEvent {}

    record CustomerNotReady(Progress.CustomerDelay delay, String reason) implements OrderEvent {}

    record AcceptanceRejected(String reason) implements OrderEvent {}

    record Accepted(List<OrderItem> items, AcceptanceOutcome outcome) implements OrderEvent {}

    record Disconnected(List<OrderItem> items) implements OrderEvent {}

    record Escalated(Escalation escalation) implements OrderEvent {}

    record NoteAdded(String text) implements OrderEvent {}

    record AttachmentAdded(String name) implements OrderEvent {}
}
