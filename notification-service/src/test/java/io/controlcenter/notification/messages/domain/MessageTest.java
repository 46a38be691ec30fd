package io.controlcenter.notification.messages.domain;

import static io.controlcenter.notification.messages.domain.MessageState.CANCELLED;
import static io.controlcenter.notification.messages.domain.MessageState.DELIVERED;
import static io.controlcenter.notification.messages.domain.MessageState.FAILED;
import static io.controlcenter.notification.messages.domain.MessageState.QUEUED;
import static io.controlcenter.notification.messages.domain.MessageState.RETRY_SCHEDULED;
import static io.controlcenter.notification.messages.domain.MessageState.SENDING;
import static io.controlcenter.notification.messages.domain.MessageState.SENT;
import static io.controlcenter.notification.messages.domain.MessageState.SUPPRESSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.controlcenter.notification.domain.Channel;
import io.controlcenter.notification.domain.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The life of a message: every transition, and that there is no other. */
class MessageTest {

    private static final Instant NOW = Instant.parse("2026-06-01T15:00:00Z");
    private static final Retries RETRIES = new Retries(Duration.ofSeconds(5), Duration.ofMinutes(1), 3);

    private static final Map<MessageState, UnaryOperator<Message>> MOVES = Map.of(
            SENDING, Message::claimed,
            SENT, message -> message.sent(NOW),
            DELIVERED, Message::delivered,
            SUPPRESSED, message -> message.suppressed(Reason.OUTDATED),
            CANCELLED, message -> message.cancelled(Reason.OVERTAKEN),
            RETRY_SCHEDULED, message -> message.after(new Delivery.ServerAway("away"), RETRIES, NOW),
            FAILED, message -> message.after(new Delivery.RefusedForGood("550"), RETRIES, NOW));

    private static final Map<MessageState, Set<MessageState>> ALLOWED = Map.of(
            QUEUED, Set.of(SENDING, SUPPRESSED, CANCELLED),
            RETRY_SCHEDULED, Set.of(SENDING, SUPPRESSED, CANCELLED),
            SENDING, Set.of(SENDING, SENT, RETRY_SCHEDULED, FAILED, SUPPRESSED),
            SENT, Set.of(DELIVERED),
            DELIVERED, Set.of(),
            FAILED, Set.of(),
            SUPPRESSED, Set.of(),
            CANCELLED, Set.of());

    private static Message in(MessageState state, int attempts, int refusals) {
        return new Message(
                UUID.randomUUID(),
                1,
                Kind.BILL_READY,
                new Recipient(Channel.EMAIL, "ada@acme.example", "Ada", null, false, null, List.of("A-1")),
                "E-1",
                "INV-1",
                "",
                4,
                new Message.Summary("subject", "summary", "link", 1),
                state,
                attempts,
                refusals,
                null,
                Duration.ZERO,
                NOW,
                null,
                0);
    }

    @ParameterizedTest
    @EnumSource
    void it_moves_as_the_table_says_and_no_other_way(MessageState from) {
        MOVES.forEach((to, move) -> {
            var message = in(from, 1, 0);
            if (ALLOWED.get(from).contains(to)) {
                assertThat(move.apply(message).state()).as("%s to %s", from, to).isEqualTo(to);
            } else {
                assertThatThrownBy(() -> move.apply(message))
                        .as("%s to %s", from, to)
                        .isInstanceOf(IllegalStateException.class);
            }
        });
    }

    @Test
    void each_handing_over_counts_and_only_refusals_count_against_it() {
        var message = in(QUEUED, 0, 0).claimed();
        assertThat(message.attempts()).isEqualTo(1);
        for (int i = 0; i < 20; i++) {
            message =
                    message.after(new Delivery.ServerAway("away"), RETRIES, NOW).claimed();
        }
        assertThat(message.refusals()).isZero();
        assertThat(message.attempts()).isEqualTo(21);
        assertThat(message.after(new Delivery.Accepted(), RETRIES, NOW).sentAt())
                .isEqualTo(NOW);
    }

    @Test
    void it_is_given_up_after_too_many_refusals() {
        var once = in(SENDING, 1, 0).after(new Delivery.RefusedForNow("451"), RETRIES, NOW);
        assertThat(once.state()).isEqualTo(RETRY_SCHEDULED);
        assertThat(once.refusals()).isEqualTo(1);
        var last = in(SENDING, 3, 2).after(new Delivery.RefusedForNow("451"), RETRIES, NOW);
        assertThat(last.state()).isEqualTo(FAILED);
        assertThat(last.reason()).isEqualTo(Reason.TRIES_EXHAUSTED);
    }

    @Test
    void what_the_server_refuses_for_good_or_nobody_can_write_fails_at_once() {
        var refused = in(SENDING, 1, 0).after(new Delivery.RefusedForGood("550"), RETRIES, NOW);
        assertThat(refused.reason()).isEqualTo(Reason.REFUSED);
        var unreadable = in(SENDING, 1, 0).after(new Delivery.Unreadable("bad"), RETRIES, NOW);
        assertThat(unreadable.reason()).isEqualTo(Reason.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "3, 20", "4, 40", "5, 60", "500, 60"})
    void pauses_double_up_to_a_limit(int attempt, int seconds) {
        assertThat(RETRIES.pauseAfter(attempt)).isEqualTo(Duration.ofSeconds(seconds));
        var again = in(SENDING, attempt, 0).after(new Delivery.ServerAway("away"), RETRIES, NOW);
        assertThat(again.pause()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void a_message_in_the_portal_is_there_at_once() {
        var posted = in(QUEUED, 0, 0).posted(NOW);
        assertThat(posted.state()).isEqualTo(DELIVERED);
        assertThat(posted.sentAt()).isEqualTo(NOW);
    }

    @Test
    void the_same_is_told_once_and_all_notices_of_a_maintenance_are_one_stream() {
        var message = in(QUEUED, 0, 0);
        assertThat(message.dedupKey()).isEqualTo("BILL_READY:INV-1::4:E-1:EMAIL:ada@acme.example");
        assertThat(message.streamKey()).isEqualTo("BILL_READY:INV-1::E-1:EMAIL");
        assertThat(Kind.MAINT_STARTED.stream()).isEqualTo(Kind.MAINT_SCHEDULED.stream());
        assertThat(message.accountId()).isEqualTo("A-1");
    }

    @ParameterizedTest
    @EnumSource
    void states_have_names_on_the_wire(MessageState state) {
        assertThat(MessageState.of(state.wire())).isEqualTo(state);
        assertThat(MessageState.wires()).contains(state.wire());
    }
}
