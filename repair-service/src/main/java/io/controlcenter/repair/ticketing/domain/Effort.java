package io.controlcenter.repair.ticketing.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that the technician undertakes, or tells of, to find and mend the trouble. */
public sealed interface Effort {

    record StartTest(TestRun run) implements Effort {}

    record FinishTest(
            UUID testId, TestRun.Result result, @Nullable String measurements) implements Effort {}

    record CallIn(FixAgent agent) implements Effort {}

    record MoveAgent(
            UUID agentId, FixAgent.State to, @Nullable String vendorTicket) implements Effort {}

    /** What is begun needs a technician at work; what was begun can be told of until the ticket ends. */
    default Step step() {
        return switch (this) {
            case StartTest _, CallIn _ -> Step.UNDERTAKE;
            case FinishTest _, MoveAgent _ -> Step.REPORT_WORK;
        };
    }
}
