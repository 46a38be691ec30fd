package io.controlcenter.order.ordering.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to an order. */
public sealed interface OrderEvent {

    record Drafted() implements OrderEvent {}

    record Submitted(Submittal submittal) implements OrderEvent {}

    record CareManagerAssigned(CareManager to, @Nullable CareManager previous) implements OrderEvent {}

    record LetterIssued(Letter letter) implements OrderEvent {}

    record StateChanged(
            OrderState from, OrderState to, @Nullable String reason) implements OrderEvent {}

    record MilestoneReached(Milestone milestone) implements OrderEvent {}

    record CommitDateSet(LocalDate date) implements OrderEvent {}

    record AcceptanceRejected(String reason) implements OrderEvent {}

    record Accepted(List<OrderItem> items) implements OrderEvent {}

    record NoteAdded(String text) implements OrderEvent {}
}
