package io.controlcenter.maintenance.inquiries.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state of an inquiry and what is asked of it there. */
class InquiryTest {

    private static final Instant NOW = Instant.parse("2026-06-01T15:00:00Z");

    private static Inquiry in(Inquiry.State state, Inquiry.Type type) {
        return new Inquiry(
                "Q-1",
                "ENT-1",
                "123456789",
                null,
                type,
                null,
                new Inquiry.Contact("Noc", "noc@acme.example", null),
                "Why?",
                state,
                "Noc",
                NOW,
                null,
                null,
                AnswerClock.of(NOW, Duration.ofHours(24)),
                4);
    }

    private static Inquiry.Answer answer(Inquiry.@Nullable Decision decision) {
        return new Inquiry.Answer("Because.", decision, "Change Manager", NOW);
    }

    static Stream<Arguments> everything() {
        return Arrays.stream(Inquiry.State.values())
                .flatMap(state -> Stream.of("answer", "close").map(action -> arguments(state, action)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void an_inquiry_does_in_each_state_what_it_may_and_nothing_else(Inquiry.State state, String action) {
        var inquiry = in(state, Inquiry.Type.OTHER);
        var outcome = action.equals("answer") ? inquiry.answered(answer(null)) : inquiry.closed(NOW);
        if (state.allowed().contains(action)) {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Inquiry.Outcome.Done.class,
                            done -> assertThat(done.inquiry().version()).isEqualTo(5));
        } else {
            assertThat(outcome).isEqualTo(new Inquiry.Outcome.Refused(new Inquiry.Refusal.NotInThisState(state)));
        }
    }

    @Test
    void only_another_time_is_decided_and_it_has_to_be() {
        var asked = in(Inquiry.State.OPEN, Inquiry.Type.REQUEST_RESCHEDULE);
        assertThat(asked.answered(answer(null)))
                .isEqualTo(new Inquiry.Outcome.Refused(new Inquiry.Refusal.DecisionMissing()));
        assertThat(asked.answered(answer(Inquiry.Decision.DECLINED))).isInstanceOf(Inquiry.Outcome.Done.class);
        assertThat(in(Inquiry.State.OPEN, Inquiry.Type.CLARIFY_IMPACT).answered(answer(Inquiry.Decision.ACCEPTED)))
                .isEqualTo(new Inquiry.Outcome.Refused(new Inquiry.Refusal.NothingToDecide()));
    }
}
