package io.controlcenter.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events out through the outbox, and in through the inbox, with all that Kafka does to them. */
@SampleTest
class EventsIT {

    private static final Tokens.Draft OPERATOR = Tokens.provider("OPERATIONS");
    private static final String LETTERS = "/api/v1/operations/sample/dead-letters";

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private HearingThings hearing;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Outbox outbox;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private TransactionTemplate transaction;

    private void said(UUID id, String key, long version, String words) {
        events.send(
                id, HearingThings.TOPIC, HearingThings.SAID, key, null, version, "{\"words\":\"%s\"}".formatted(words));
    }

    private Optional<String> heard(String key) {
        return db.sql("select words from heard where key = :key")
                .param("key", key)
                .query(String.class)
                .optional();
    }

    private void awaitHeard(String key, String words) {
        Awaitility.await(key)
                .atMost(Duration.ofSeconds(60))
                .until(() -> heard(key).equals(Optional.of(words)));
    }

    @Test
    void an_event_leaves_with_its_envelope_and_every_field_even_if_null() {
        var user = Tokens.customer("E-OUT", "MEMO_WRITE");
        var location = api.post(user, "/api/v1/memos", Map.of("text", "hello", "colour", "RED"))
                .returnResult(String.class)
                .getResponseHeaders()
                .getFirst("Location");
        var event =
                events.await("sample.memo.written.v1", String.valueOf(location).replaceAll(".*/", ""));
        assertThat(event.enterpriseId()).isEqualTo("E-OUT");
        assertThat(event.topic()).isEqualTo("sample.memo.v1");
        assertThat(event.data().path("text").asString()).isEqualTo("hello");
        assertThat(event.data().has("accountId")).isTrue();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> db.sql("select count(*) from outbox_event")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    @Test
    void many_events_of_one_change_are_written_at_once_and_leave_in_order() {
        var changes = IntStream.range(0, 700)
                .mapToObj(i -> new OutboxEvent(
                        "sample.fan.v1", "sample.fan.out.v1", "fan", "E-" + i, null, 7, Map.of("words", "n" + i)))
                .toList();
        transaction.executeWithoutResult(_ -> outbox.appendAll(changes));
        var last = events.await(event -> "E-699".equals(event.enterpriseId()), "the last of many");
        assertThat(last.version()).isEqualTo(7);
        assertThat(events.of("fan"))
                .extracting(Events.Seen::enterpriseId)
                .startsWith("E-0", "E-1")
                .hasSize(700);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> meters.counter("events.published", "type", "sample.fan.out.v1")
                                .count()
                        == 700);
        assertThat(last.data().path("words").asString()).isEqualTo("n699");
    }

    @Test
    void events_of_one_aggregate_leave_in_order() {
        var user = Tokens.customer("E-ORDER", "MEMO_WRITE");
        for (int i = 0; i < 50; i++) {
            api.post(user, "/api/v1/memos", Map.of("text", "m" + i, "colour", "RED"))
                    .expectStatus()
                    .isCreated();
        }
        events.await(
                event -> "E-ORDER".equals(event.enterpriseId())
                        && event.data().path("text").asString().equals("m49"),
                "m49");
    }

    @Test
    void a_redelivered_event_is_handled_once() {
        var id = UUID.randomUUID();
        said(id, "twice", 1, "once");
        awaitHeard("twice", "once");
        said(id, "twice", 2, "again");
        said(UUID.randomUUID(), "twice", 3, "more");
        awaitHeard("twice", "once more");
    }

    @Test
    void an_overtaken_event_changes_nothing() {
        said(UUID.randomUUID(), "overtaken", 5, "new");
        said(UUID.randomUUID(), "overtaken", 4, "old");
        said(UUID.randomUUID(), "overtaken", 6, "newer");
        awaitHeard("overtaken", "new newer");
    }

    @Test
    void types_that_nobody_handles_are_passed_over() {
        events.send(HearingThings.TOPIC, "other.thing.sung.v1", "passed", null, 1, "not even json");
        said(UUID.randomUUID(), "passed", 2, "next");
        awaitHeard("passed", "next");
    }

    @Test
    void poison_is_set_aside_after_bounded_tries_and_the_partition_moves_on() {
        var before = hearing.tries.get();
        said(UUID.randomUUID(), "poisoned", 1, "good");
        said(UUID.randomUUID(), "poisoned", 2, "poison");
        said(UUID.randomUUID(), "poisoned", 3, "better");
        awaitHeard("poisoned", "good better");
        assertThat(hearing.tries.get() - before).isGreaterThanOrEqualTo(6);
        assertThat(letter("poisoned").path("reason").asString()).contains("cannot hear poison");
        assertThat(letter("poisoned").path("state").asString()).isEqualTo("WAITING");
    }

    @Test
    void what_cannot_be_read_goes_aside_at_once() {
        events.send(HearingThings.TOPIC, HearingThings.SAID, "unreadable", null, 1, "{\"words\":");
        events.send(HearingThings.TOPIC, HearingThings.SAID, "incomplete", null, 1, "{\"sounds\":\"la\"}");
        assertThat(letter("unreadable").path("type").asString()).isEqualTo(HearingThings.SAID);
        assertThat(letter("incomplete").path("reason").asString()).contains("words");
    }

    @Test
    void an_operator_replays_a_dead_letter_and_discards_another() {
        hearing.deaf = true;
        said(UUID.randomUUID(), "replayed", 1, "late");
        var path = LETTERS + "/" + letter("replayed").path("id").asString();
        api.post(OPERATOR, path + "/replay")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("replay-failed");
        assertThat(heard("replayed")).isEmpty();
        hearing.deaf = false;
        api.post(OPERATOR, path + "/replay")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("REPLAYED");
        assertThat(heard("replayed")).contains("late");
        api.post(OPERATOR, path + "/replay").expectStatus().isEqualTo(409);
        events.send(HearingThings.TOPIC, HearingThings.SAID, "discarded", null, 1, "{}");
        var other = LETTERS + "/" + letter("discarded").path("id").asString();
        api.post(OPERATOR, other + "/discard")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("DISCARDED");
        api.post(OPERATOR, LETTERS + "/999999/replay").expectStatus().isNotFound();
        api.get(Tokens.provider("CCM"), LETTERS).expectStatus().isForbidden();
    }

    /** The dead letter of a key, once it has come. */
    private JsonNode letter(String key) {
        Awaitility.await("dead letter of " + key)
                .atMost(Duration.ofSeconds(60))
                .until(() -> db.sql("select count(*) from dead_letter where key = :key")
                                .param("key", key)
                                .query(Long.class)
                                .single()
                        > 0);
        var page = JsonMapper.shared()
                .readTree(String.valueOf(api.get(OPERATOR, LETTERS + "?limit=100")
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody()));
        for (var item : page.path("items")) {
            if (item.path("key").asString().equals(key)) {
                return item;
            }
        }
        throw new AssertionError("The dead letter of " + key + " is not listed");
    }
}
