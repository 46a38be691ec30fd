package io.controlcenter.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.FakeClamd;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import io.controlcenter.platform.work.DueWorkRunner;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files: how many, how large, what they are, whether they are harmful, and how they are given out. */
@SampleTest
class AttachmentsIT {

    private static final Tokens.Draft USER = Tokens.customer("E-FILES", "MEMO_VIEW", "MEMO_WRITE");
    private static final byte[] TEXT = bytes("Rx -38.1 dBm");
    private static final byte[] PDF = bytes("%PDF-1.7\n1 0 obj <<>> endobj");
    private static final byte[] EICAR =
            bytes("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR" + "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    @Autowired
    private Api api;

    @Autowired
    private DueWorkRunner dueWork;

    @Autowired
    private TestClock clock;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private JdbcClient db;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String attachments() {
        var memo = api.post(USER, "/api/v1/memos", Map.of("text", "a", "colour", "RED"))
                .expectStatus()
                .isCreated()
                .returnResult(byte[].class);
        return memo.getResponseHeaders().getFirst(HttpHeaders.LOCATION) + "/attachments";
    }

    private static JsonNode json(ResponseSpec answer) {
        return JsonMapper.shared()
                .readTree(answer.expectBody(String.class).returnResult().getResponseBody());
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    @Test
    void a_file_comes_back_as_it_was_to_be_saved_and_never_shown() {
        var added = json(api.attach(USER, attachments(), "levels of Zürich.pdf", PDF)
                .expectStatus()
                .isCreated());
        assertThat(added.path("mediaType").asString()).isEqualTo("application/pdf");
        assertThat(added.path("sizeBytes").asInt()).isEqualTo(PDF.length);
        assertThat(added.path("sha256").asString()).hasSize(64);
        assertThat(added.path("scan").asString()).isEqualTo("CLEAN");
        assertThat(added.path("source").asString()).isEqualTo("CUSTOMER");
        var download = api.get(USER, added.path("href").asString());
        download.expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PDF)
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("Content-Security-Policy", "default-src 'none'; sandbox")
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectHeader()
                .value(
                        HttpHeaders.CONTENT_DISPOSITION,
                        value -> assertThat(value)
                                .startsWith("attachment; ")
                                .contains("filename*=UTF-8''levels%20of%20Z%C3%BCrich.pdf"));
        assertThat(download.expectBody(byte[].class).returnResult().getResponseBody())
                .isEqualTo(PDF);
    }

    @Test
    void too_large_is_413_whether_its_length_was_announced_or_not() {
        var path = attachments();
        api.attach(USER, path, "just.txt", "a".repeat(10 * 1024).getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isCreated();
        var large = bytes("a".repeat(10 * 1024 + 1));
        api.attach(USER, path, "large.txt", large)
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("attachment-too-large")
                .jsonPath("$.maxBytes")
                .isEqualTo(10240);
        var unannounced = api.as(USER)
                .post()
                .uri(path + "?name=large.txt")
                .contentType(MediaType.TEXT_PLAIN)
                .body(new org.springframework.core.io.InputStreamResource(new java.io.ByteArrayInputStream(large)))
                .exchange();
        refused(unannounced, 413, "attachment-too-large");
    }

    @Test
    void more_than_may_be_another_type_and_a_name_that_says_another_one_are_refused() {
        var path = attachments();
        refused(api.attach(USER, path, "harmless.txt", bytes("MZ\0\0")), 422, "invalidValue");
        refused(api.attach(USER, path, "picture.png", PDF), 422, "invalidValue");
        refused(api.attach(USER, path, "empty.txt", new byte[0]), 400, "invalidBody");
        api.attach(USER, path, "one.txt", TEXT).expectStatus().isCreated();
        api.attach(USER, path, "two.txt", TEXT).expectStatus().isCreated();
        refused(api.attach(USER, path, "three.txt", TEXT), 422, "tooManyRecords");
        assertThat(json(api.get(USER, path)).findValuesAsString("name")).containsExactly("one.txt", "two.txt");
    }

    @Test
    void of_many_at_once_no_more_are_taken_than_may_be() throws Exception {
        var path = attachments();
        Callable<Integer> sender = () -> api.attach(USER, path, "one.txt", TEXT)
                .returnResult(byte[].class)
                .getStatus()
                .value();
        var statuses = new ArrayList<Integer>();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : senders.invokeAll(Collections.nCopies(6, sender))) {
                statuses.add(answer.get());
            }
        }
        assertThat(statuses).containsExactlyInAnyOrder(201, 201, 422, 422, 422, 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../secret.txt", "c:\\x.txt", "a\"b.txt", "a\nb.txt", " .txt", ".txt", "", "a\u202etxt.exe"})
    void a_name_is_one_to_save_under(String name) {
        refused(api.attach(USER, attachments(), name, TEXT), 400, "invalidQuery");
    }

    @Test
    void a_harmful_file_is_kept_apart_and_given_to_nobody() {
        var path = attachments();
        var known =
                json(api.attach(USER, path, "eicar.txt", EICAR).expectStatus().isCreated());
        assertThat(known.path("threat").asString()).isEqualTo("EICAR-Test-File");
        var found = json(api.attach(USER, path, "found.txt", bytes(FakeClamd.HARMFUL))
                .expectStatus()
                .isCreated());
        assertThat(found.path("threat").asString()).isEqualTo(FakeClamd.THREAT);
        for (var file : new JsonNode[] {known, found}) {
            assertThat(file.path("scan").asString()).isEqualTo("QUARANTINED");
            refused(api.get(USER, file.path("href").asString()), 409, "attachment-quarantined");
        }
    }

    @Test
    void a_file_without_a_verdict_waits_is_looked_at_later_and_given_up_in_the_end() {
        var path = attachments();
        JsonNode good;
        JsonNode bad;
        JsonNode hopeless;
        try (var _ = FakeClamd.outOfOrder()) {
            good = json(api.attach(USER, path, "good.txt", TEXT));
            bad = json(api.attach(USER, path, "bad.txt", bytes(FakeClamd.HARMFUL)));
            hopeless = json(api.attach(USER, attachments(), "hopeless.txt", bytes("like a bomb")));
            dueWork.runAll();
            api.get(USER, good.path("href").asString())
                    .expectStatus()
                    .isEqualTo(409)
                    .expectHeader()
                    .exists("Retry-After")
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("attachment-not-scanned");
        }
        clock.advance(Duration.ofMinutes(2));
        try (var _ = FakeClamd.withoutVerdictOn("like a bomb")) {
            for (int attempt = 0; attempt < 8; attempt++) {
                dueWork.runAll();
                clock.advance(Duration.ofHours(1));
            }
        }
        api.get(USER, good.path("href").asString()).expectStatus().isOk();
        refused(api.get(USER, bad.path("href").asString()), 409, "attachment-quarantined");
        refused(api.get(USER, hopeless.path("href").asString()), 409, "attachment-unscannable");
        assertThat(meters.get("attachments.unscannable").counter().count()).isPositive();
    }

    @Test
    void no_connection_to_the_database_is_held_while_a_scanner_thinks() throws Exception {
        var path = attachments();
        try (var sender = Executors.newVirtualThreadPerTaskExecutor();
                var scanner = FakeClamd.thinking()) {
            var answer = sender.submit(() ->
                    api.attach(USER, path, "slow.txt", TEXT).expectStatus().isCreated());
            scanner.awaitQuestion();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> db.sql("""
                            select count(*) from pg_stat_activity
                            where datname = current_database() and state = 'idle in transaction'""").query(Long.class).single() == 0);
            scanner.answer();
            answer.get();
        }
    }

    @Test
    void a_file_is_added_once_per_key_and_another_one_under_it_refused() {
        var path = attachments();
        var key = UUID.randomUUID().toString();
        keyed(path + "?name=levels", key, TEXT).expectStatus().isCreated();
        keyed(path + "?name=levels&dryRun=false", key, TEXT).expectStatus().isCreated();
        refused(keyed(path + "?name=levels", key, PDF), 422, "idempotency-key-reused");
        refused(keyed(path + "?name=other", key, TEXT), 422, "idempotency-key-reused");
        assertThat(json(api.get(USER, path)).size()).isEqualTo(1);
    }

    private ResponseSpec keyed(String uri, String key, byte[] content) {
        return api.as(USER)
                .post()
                .uri(uri)
                .header("Idempotency-Key", key)
                .contentType(MediaType.TEXT_PLAIN)
                .body(content)
                .exchange();
    }

    @Test
    void nobody_else_sees_a_file_or_finds_it_under_another_holder() {
        var path = attachments();
        var href = json(api.attach(USER, path, "one.txt", TEXT)).path("href").asString();
        var stranger = Tokens.customer("E-STRANGER", "MEMO_VIEW", "MEMO_WRITE");
        api.get(stranger, href).expectStatus().isNotFound();
        api.attach(stranger, path, "one.txt", TEXT).expectStatus().isNotFound();
        assertThat(json(api.get(stranger, path)).size()).isZero();
        api.get(USER, attachments() + href.substring(href.lastIndexOf('/')))
                .expectStatus()
                .isNotFound();
    }
}
