package io.controlcenter.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.Tokens;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Idempotency keys and dry runs. */
@SampleTest
class RepeatedWritesIT {

    private static final Tokens.Draft USER = Tokens.customer("E-REPEAT", "MEMO_VIEW", "MEMO_WRITE");
    private static final Map<String, String> BODY = Map.of("text", "a", "colour", "RED");

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient db;

    private static String location(RestTestClient.ResponseSpec answer) {
        return String.valueOf(
                answer.returnResult(String.class).getResponseHeaders().getFirst("Location"));
    }

    @Test
    void the_same_key_answers_the_first_answer_and_does_nothing_twice() {
        var key = UUID.randomUUID().toString();
        var first = location(
                api.post(USER, "/api/v1/memos", BODY, key).expectStatus().isCreated());
        var second = api.post(USER, "/api/v1/memos", BODY, key)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Idempotent-Replayed", "true")
                .expectHeader()
                .valueEquals("ETag", "\"0\"");
        assertThat(location(second)).isEqualTo(first);
        var other = USER.as("somebody-else");
        assertThat(location(api.post(other, "/api/v1/memos", BODY, key))).isNotEqualTo(first);
    }

    @Test
    void the_same_key_with_another_body_is_422() {
        var key = UUID.randomUUID().toString();
        api.post(USER, "/api/v1/memos", BODY, key).expectStatus().isCreated();
        api.post(USER, "/api/v1/memos", Map.of("text", "b", "colour", "RED"), key)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void a_refused_request_does_not_use_its_key_up() {
        var key = UUID.randomUUID().toString();
        api.post(USER, "/api/v1/memos", Map.of("text", "b"), key).expectStatus().isEqualTo(422);
        api.post(USER, "/api/v1/memos", BODY, key).expectStatus().isCreated();
    }

    @Test
    void where_a_repeat_costs_money_the_key_is_required() {
        api.post(USER, "/api/v1/memos/dear", BODY)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("idempotency-key-required");
        api.post(USER, "/api/v1/memos/dear", BODY, "a key with spaces")
                .expectStatus()
                .isBadRequest();
        api.post(USER, "/api/v1/memos/dear", BODY, "k1").expectStatus().isCreated();
    }

    @Test
    void many_at_once_with_one_key_do_the_work_once() throws Exception {
        var user = Tokens.customer("E-RACE", "MEMO_VIEW", "MEMO_WRITE");
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 12)
                    .mapToObj(_ -> threads.submit(() -> api.post(user, "/api/v1/memos", BODY, "race")
                            .returnResult(String.class)
                            .getStatus()
                            .value()))
                    .toList();
            for (var call : calls) {
                statuses.add(call.get());
            }
        }
        assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
        api.get(user, "/api/v1/memos").expectBody().jsonPath("$.items.length()").isEqualTo(1);
    }

    @Test
    void a_dry_run_answers_as_usual_and_leaves_nothing() {
        var user = Tokens.customer("E-DRY", "MEMO_VIEW", "MEMO_WRITE");
        api.post(user, "/api/v1/memos?dryRun=true", BODY)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Dry-Run", "true")
                .expectBody()
                .jsonPath("$.text")
                .isEqualTo("a");
        api.post(user, "/api/v1/memos/dear?dryRun=true", BODY).expectStatus().isOk();
        api.post(user, "/api/v1/memos?dryRun=true", Map.of()).expectStatus().isEqualTo(422);
        api.post(user, "/api/v1/memos?dryRun=perhaps", BODY).expectStatus().isBadRequest();
        api.get(user, "/api/v1/memos").expectBody().jsonPath("$.items.length()").isEqualTo(0);
        var real = location(api.post(user, "/api/v1/memos", BODY)).replaceAll(".*/", "");
        events.await("sample.memo.written.v1", real);
        assertThat(db.sql("select count(*) from outbox_event where enterprise_id = 'E-DRY'")
                        .query(Long.class)
                        .single())
                .isLessThanOrEqualTo(1);
    }
}
