package io.controlcenter.order.ordering.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Why an order does not do what was asked of it now. */
public sealed interface Refusal {

    record NotInThisState(String what, OrderState state) implements Refusal {

        /** What can be asked of an order in this state instead. */
        public List<String> possible() {
            return switch (state) {
                case DRAFT -> List.of("change", "confirm requirements", "submit");
                case SUBMITTED -> List.of("assign a care manager", "reject");
                case ACKNOWLEDGED -> List.of("set the commit date", "assign a care manager", "cancel");
                case IN_PROGRESS ->
                    List.of("report a milestone", "raise a charge", "ask for another date", "cancel", "escalate");
                case HELD -> List.of("answer the charge", "withdraw the charge");
                case PENDING -> List.of("decide on the date change", "answer its charge");
                case ASSESSING_CANCELLATION -> List.of("decide on the cancellation", "answer its charge");
                case AWAITING_ACCEPTANCE -> List.of("accept", "reject", "say that the customer is not ready");
                case PENDING_CANCELLATION, REJECTED, COMPLETED, PARTIAL, CANCELLED, FAILED -> List.of();
            };
        }
    }

    /** @param missing JSON Pointers to what an order needs before it can be submitted (handbook S12) */
    record RequirementsIncomplete(List<String> missing) implements Refusal {}

    record RequirementsNotConfirmed() implements Refusal {}

    record ContactNeeded() implements Refusal {}

    record UnknownItem(String itemId) implements Refusal {}

    record ItemOver(String itemId, ItemState state) implements Refusal {}

    /** @param missing of name, phone and email */
    record CareManagerIncomplete(CareManager careManager, List<String> missing) implements Refusal {}

    record MilestoneFollowsByItself(MilestoneCode code) implements Refusal {}

    record MilestoneReachedAlready(MilestoneCode code) implements Refusal {}

    record MilestoneTooEarly(MilestoneCode code, List<MilestoneCode> missing) implements Refusal {}

    record MilestoneNeeded(MilestoneCode code) implements Refusal {}

    record DateMissing(String detail) implements Refusal {}

    record CommitDateTooEarly(LocalDate earliest) implements Refusal {}

    record ReasonMissing(String detail) implements Refusal {}

    record NoSuchItem(String itemId) implements Refusal {}

    record ChargeOpen(String chargeId) implements Refusal {}

    record ResponseDueTooEarly() implements Refusal {}

    record UnknownCharge(String chargeId) implements Refusal {}

    record ChargeNotOpen(String chargeId, Charge.State state) implements Refusal {}

    record ChargeAnsweredLate(Instant dueAt) implements Refusal {}

    /** @param missing items of the charge that were not answered; unknown are no items of it */
    record ChargeAnsweredInPart(List<String> missing, List<String> unknown) implements Refusal {}

    record DateChangeOpen() implements Refusal {}

    record EarliestCapabilityStays() implements Refusal {}

    record PastPointOfNoReturn() implements Refusal {}

    record DateTooLate(LocalDate latest) implements Refusal {}

    record NoticeTooShort(LocalDate lastDay) implements Refusal {}

    record NothingToDecide() implements Refusal {}

    /** @param needed whether the fee has to be named, or must not be */
    record QuotedFeeMismatch(boolean needed) implements Refusal {}

    record NewDueOutOfLimits(LocalDate earliest, LocalDate latest) implements Refusal {}

    /** The same of a date change that comes so late that it counts as not ready. */
    record LateWishOutOfLimits(LocalDate earliest, LocalDate latest) implements Refusal {}

    record DisconnectTooNear(LocalDate lastDay) implements Refusal {}

    record DisconnectOnlyLater(LocalDate stopDate) implements Refusal {}

    record NoJeopardy() implements Refusal {}

    record EscalatedToTheTop() implements Refusal {}
}
