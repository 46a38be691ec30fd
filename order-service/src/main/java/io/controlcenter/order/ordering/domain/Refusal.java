package io.controlcenter.order.ordering.domain;

import java.time.LocalDate;
import java.util.List;

/** Why an order does not do what was asked of it now. */
public sealed interface Refusal {

    record NotInThisState(String what, OrderState state) implements Refusal {

        /** What can be asked of an order in this state instead. */
        public List<String> possible() {
            return switch (state) {
                case DRAFT -> List.of("change", "confirm requirements", "submit");
                case SUBMITTED -> List.of("assign a care manager");
                case ACKNOWLEDGED -> List.of("set the commit date", "assign a care manager");
                case IN_PROGRESS -> List.of("report a milestone", "assign a care manager");
                case AWAITING_ACCEPTANCE -> List.of("accept", "reject");
                case REJECTED, COMPLETED -> List.of();
            };
        }
    }

    /** @param missing JSON Pointers to what an order needs before it can be submitted (handbook S12) */
    record RequirementsIncomplete(List<String> missing) implements Refusal {}

    record RequirementsNotConfirmed() implements Refusal {}

    /** @param missing of name, phone and email */
    record CareManagerIncomplete(CareManager careManager, List<String> missing) implements Refusal {}

    record MilestoneFollowsByItself(MilestoneCode code) implements Refusal {}

    record MilestoneReachedAlready(MilestoneCode code) implements Refusal {}

    record MilestoneTooEarly(MilestoneCode code, List<MilestoneCode> missing) implements Refusal {}

    record CommitDateMissing() implements Refusal {}

    record CommitDateTooEarly(LocalDate earliest) implements Refusal {}

    record ReasonMissing() implements Refusal {}
}
