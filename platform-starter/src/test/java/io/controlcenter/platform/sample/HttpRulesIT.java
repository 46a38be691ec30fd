package io.controlcenter.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Tokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules of domain b.0 that every service gets from the starter. */
@SampleTest
class HttpRulesIT {

    private static final Tokens.Draft USER = Tokens.customer("E-RULES", "MEMO_VIEW", "MEMO_WRITE");

    @Autowired
    private Api api;

    private RestTestClient.ResponseSpec post(String json) {
        return api.as(USER)
                .post()
                .uri("/api/v1/memos")
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)
                .exchange();
    }

    private RestTestClient.ResponseSpec get(String path) {
        return api.get(USER, path);
    }

    private static JsonNode body(RestTestClient.ResponseSpec answer) {
        var text = answer.expectBody(String.class).returnResult().getResponseBody();
        return JsonMapper.shared().readTree(String.valueOf(text));
    }

    @Test
    void all_violations_of_a_body_come_at_once_with_their_pointers() {
        var answer =
                post("""
                {"text":"  ","colour":"BLUE","number":"five","size":3,
                 "lines":[{"word":"a","on":"2026-02-30","until":"2026-01-01"},
                 {"on":"2026-03-01","until":"2026-03-01","when":{"a":[1]}}]}""").expectStatus().isEqualTo(422).expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        var problem = body(answer);
        assertThat(problem.path("type").asString()).startsWith("urn:problem:sample:");
        assertThat(problem.path("instance").asString()).isEqualTo("/api/v1/memos");
        assertThat(problem.path("correlationId").asString()).isNotBlank();
        assertThat(problem.path("title").asString()).isNotBlank();
        var codes = new TreeMap<String, String>();
        problem.path("errors")
                .forEach(error -> codes.put(
                        error.path("pointer").asString(), error.path("code").asString()));
        assertThat(codes)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "/text", "invalidValue",
                        "/colour", "invalidValue",
                        "/number", "invalidFormat",
                        "/size", "unexpectedProperty",
                        "/lines/0/on", "invalidFormat",
                        "/lines/1/when", "unexpectedProperty",
                        "/lines/1/word", "missingProperty",
                        "/lines/1/until", "invalidValue"));
        assertThat(problem.toString()).contains("Expected one of RED, GREEN.", "This must come after on.");
    }

    @Test
    void a_missing_property_and_too_many_records_have_codes_of_their_own() {
        post("""
                {"text":"x","lines":[{"word":"a","on":"2026-02-03"},{"word":"a","on":"2026-02-03"},
                 {"word":"a","on":"2026-02-03"}]}""")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[?(@.pointer=='/colour')].code")
                .isEqualTo("missingProperty")
                .jsonPath("$.errors[?(@.pointer=='/lines')].code")
                .isEqualTo("tooManyRecords");
    }

    @Test
    void an_explicit_null_takes_away_what_may_go_and_is_refused_for_what_may_not() {
        assertThat(body(patchLabels("{\"may\":null}").expectStatus().isOk())
                        .path("removed")
                        .asBoolean())
                .isTrue();
        assertThat(body(patchLabels("{\"must\":\"x\"}").expectStatus().isOk())
                        .path("removed")
                        .asBoolean())
                .isFalse();
        assertThat(body(patchLabels("{\"may\":\"here\"}").expectStatus().isOk())
                        .path("kept")
                        .asString())
                .isEqualTo("here");
        var answer = body(patchLabels("{\"must\":null,\"may\":5,\"size\":null}")
                .expectStatus()
                .isEqualTo(422));
        assertThat(answer.path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/must", "/may", "/size");
        patchLabels("[null]").expectStatus().isEqualTo(422);
        patchLabels("{").expectStatus().isBadRequest();
    }

    private RestTestClient.ResponseSpec patchLabels(String body) {
        return api.as(USER)
                .patch()
                .uri("/api/v1/memos/labels")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    @Test
    void a_number_is_not_a_text_a_text_no_number_and_an_object_no_list() {
        var answer = body(post("{\"text\":5,\"colour\":\"RED\",\"number\":\"5\",\"lines\":{}}")
                .expectStatus()
                .isEqualTo(422));
        assertThat(answer.path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/text", "/number", "/lines");
        assertThat(answer.path("errors").findValuesAsString("detail"))
                .contains("Expected a string.", "Expected a whole number.");
    }

    @Test
    void a_broken_number_is_not_silently_made_a_whole_one() {
        var answer = body(post("{\"text\":\"a\",\"colour\":\"RED\",\"number\":20.5}")
                .expectStatus()
                .isEqualTo(422));
        assertThat(answer.path("errors").findValuesAsString("pointer")).containsExactly("/number");
        assertThat(answer.path("errors").findValuesAsString("detail")).containsExactly("Expected a whole number.");
    }

    @Test
    void what_has_the_right_type_and_cannot_be_kept_is_refused_with_the_rest() {
        var answer = body(post("""
                {"text":"a\\u0000b","colour":"RED","accountId":"\\ud800","size":1,
                 "lines":[null,{"word":"a","on":"+999999999-12-31"}]}""").expectStatus().isEqualTo(422));
        assertThat(answer.path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/text", "/accountId", "/size", "/lines/0", "/lines/1/on");
    }

    @Test
    void what_is_no_object_where_one_is_expected_hides_nothing_else() {
        var answer = body(post("{\"text\":\"a\",\"size\":1,\"lines\":[7,\"x\"]}")
                .expectStatus()
                .isEqualTo(422));
        assertThat(answer.path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/size", "/lines/0", "/lines/1", "/colour");
    }

    @Test
    void a_query_that_cannot_be_decoded_is_400() {
        for (var query : List.of("colour=%ff", "text=a&%fe=1")) {
            api.as(USER)
                    .get()
                    .uri(base -> URI.create(base.path("/api/v1/memos").build() + "?" + query))
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("invalidQuery");
        }
    }

    @Test
    void what_is_not_json_is_400() {
        post("{\"text\":")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("invalidBody");
        post("null").expectStatus().isBadRequest();
        post("{\"text\":\"a\",\"text\":\"b\",\"colour\":\"RED\"}")
                .expectStatus()
                .isBadRequest();
        api.as(USER).post().uri("/api/v1/memos").exchange().expectStatus().isBadRequest();
        api.as(USER)
                .post()
                .uri("/api/v1/memos")
                .contentType(MediaType.TEXT_PLAIN)
                .body("x")
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unsupportedMediaType");
    }

    @Test
    void what_is_not_there_is_404_and_the_wrong_method_405() {
        get("/api/v1/memos/999999")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("notFound");
        get("/api/v1/memos/abc").expectStatus().isNotFound();
        get("/api/v1/nothing")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("notFound");
        get("/api/v2/memos").expectStatus().isBadRequest();
        api.as(USER)
                .delete()
                .uri("/api/v1/memos")
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("methodNotAllowed");
    }

    @Test
    void the_unexpected_has_a_number_and_no_inside() {
        var answer = body(get("/api/v1/memos/broken?number=1").expectStatus().isEqualTo(500));
        assertThat(answer.path("code").asString()).isEqualTo("internalError");
        assertThat(answer.path("correlationId").asString()).isNotBlank();
        assertThat(answer.toString()).doesNotContain("secret", "Exception", "java");
    }

    private static String cursor(String value, String id) {
        var text = "-createdAt\u001f" + value + "\u001f" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void unknown_and_malformed_query_parameters_are_400() {
        get("/api/v1/memos/broken?number=1&colour=RED").expectStatus().isBadRequest();
        get("/api/v1/memos/broken?number=x")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("number");
        get("/api/v1/memos/broken")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("missingQueryParameter");
        for (var bad : new String[] {
            "color=RED",
            "colour=BLUE",
            "limit=0",
            "limit=101",
            "limit=x",
            "sort=colour",
            "cursor=abc",
            "createdAt.gte=yesterday",
            "createdAt.gte=-99999-12-31T00:00:00Z",
            "number.gte=1e999999999",
            "cursor=" + cursor("not a time", "6"),
            "cursor=" + cursor("2027-01-25 00:00:00+00", "x"),
            "cursor=" + cursor("2027-01-25 00:00:00+00", "99999999999999999999"),
            "text=a\u0000b",
            "colour.gt=RED",
            "fields=colour,nothing",
            "text=a&text=b"
        }) {
            post("{\"text\":\"row\",\"colour\":\"RED\"}").expectStatus().isCreated();
            get("/api/v1/memos?" + bad)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("invalidQuery");
        }
    }

    private JsonNode refusedQuery(String path) {
        return body(get(path).expectStatus().isBadRequest());
    }

    @Test
    void all_that_is_wrong_with_a_query_comes_at_once_with_the_parameters_names() {
        var list =
                refusedQuery("/api/v1/memos?colour=BLUE&createdAt.gte=yesterday&limit=x&sort=colour&fields=colour,a,b"
                        + "&color=RED&number=1&number=2&cursor=abc&text=fine");
        assertThat(list.path("code").asString()).isEqualTo("invalidQuery");
        assertThat(list.path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("colour", "createdAt.gte", "limit", "sort", "fields", "color", "number");
        assertThat(list.path("detail").asString()).isEqualTo("7 things are wrong; see errors.");
        assertThat(refusedQuery("/api/v1/memos?limit=0&cursor=abc")
                        .path("errors")
                        .findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("limit", "cursor");
        assertThat(refusedQuery("/api/v1/memos/broken?colour=RED&fields=a&fields=b")
                        .path("errors")
                        .findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("colour", "fields", "number");
        for (var word : List.of("1", "yes", "TRUE", "")) {
            api.post(USER, "/api/v1/memos?dryRun=" + word, Map.of("text", "a", "colour", "RED"))
                    .expectStatus()
                    .isBadRequest();
        }
    }

    @Test
    void the_callers_correlation_id_is_kept_when_harmless() {
        for (var sent : Map.of("abc-123", true, "a b", false).entrySet()) {
            var answer = api.as(USER)
                    .get()
                    .uri("/api/v1/memos/1")
                    .header("X-Correlation-Id", sent.getKey())
                    .exchange()
                    .expectBody(String.class)
                    .returnResult();
            assertThat(sent.getKey().equals(answer.getResponseHeaders().getFirst("X-Correlation-Id")))
                    .isEqualTo(sent.getValue());
        }
    }

    @Test
    void a_version_is_an_etag_and_if_match_is_enforced() {
        var user = Tokens.customer("E-ETAG", "MEMO_VIEW", "MEMO_WRITE");
        var created = api.post(user, "/api/v1/memos", Map.of("text", "a", "colour", "RED"))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"0\"");
        var path = created.returnResult(String.class).getResponseHeaders().getFirst("Location");
        change(user, path, "\"0\"").expectStatus().isOk();
        change(user, path, "\"0\"")
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.currentVersion")
                .isEqualTo("\"1\"");
        change(user, path, "\"7\", \"1\"").expectStatus().isOk();
        change(user, path, null).expectStatus().isOk();
    }

    private RestTestClient.ResponseSpec change(Tokens.Draft user, @Nullable String path, @Nullable String ifMatch) {
        var request = api.as(user).patch().uri(String.valueOf(path)).contentType(MediaType.APPLICATION_JSON);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.body(Map.of("text", "b")).exchange();
    }

    @Test
    void a_list_is_walked_by_cursor_without_gap_or_repeat() {
        var user = Tokens.customer("E-LIST", "MEMO_VIEW", "MEMO_WRITE");
        for (int i = 0; i < 7; i++) {
            api.post(user, "/api/v1/memos", Map.of("text", "m" + i, "colour", i % 2 == 0 ? "RED" : "GREEN"));
        }
        for (var order : new String[] {"-createdAt", "createdAt", "-number", "number"}) {
            assertThat(walk(user, "/api/v1/memos?limit=3&sort=" + order))
                    .hasSize(7)
                    .doesNotHaveDuplicates();
        }
        assertThat(walk(user, "/api/v1/memos?limit=2&colour=RED")).hasSize(4);
        assertThat(walk(user, "/api/v1/memos?colour=RED,GREEN&text=m1,m2")).hasSize(2);
        assertThat(walk(user, "/api/v1/memos?createdAt.gt=2026-07-01T00:00:00Z"))
                .isEmpty();
        assertThat(walk(user, "/api/v1/memos?createdAt.lte=2026-07-01T00:00:00Z"))
                .hasSize(7);
        var firstPage = body(api.get(user, "/api/v1/memos?limit=3"));
        get("/api/v1/memos?sort=createdAt&cursor="
                        + firstPage.path("nextCursor").asString())
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void positions_of_rows_are_told_to_the_gateway_only() {
        var user = Tokens.customer("E-POSITIONS", "MEMO_VIEW", "MEMO_WRITE");
        for (int i = 0; i < 3; i++) {
            api.post(user, "/api/v1/memos", Map.of("text", "m" + i, "colour", "RED"));
        }
        assertThat(body(api.get(user, "/api/v1/memos?limit=2")).has("positions"))
                .isFalse();
        var asked = body(api.as(user)
                .get()
                .uri("/api/v1/memos?limit=2&fields=text")
                .header("X-Internal-Positions", "true")
                .exchange());
        assertThat(asked.at("/positions/type").asString()).isEqualTo("timestamptz");
        assertThat(asked.at("/positions/cursors/1").asString())
                .isEqualTo(asked.path("nextCursor").asString());
        assertThat(asked.at("/positions/cursors")).hasSize(2);
    }

    private List<String> walk(Tokens.Draft user, String first) {
        var ids = new ArrayList<String>();
        var path = first;
        while (!path.isEmpty()) {
            var answer = api.get(user, path).expectStatus().isOk();
            var result = answer.expectBody(String.class).returnResult();
            var page = JsonMapper.shared().readTree(String.valueOf(result.getResponseBody()));
            page.path("items").forEach(item -> ids.add(item.path("id").asString()));
            var link = result.getResponseHeaders().getFirst("Link");
            assertThat(link == null).isEqualTo(page.path("nextCursor").isMissingNode());
            path = link == null ? "" : link.substring(1, link.indexOf('>'));
        }
        assertThat(new LinkedHashSet<>(ids)).hasSameSizeAs(ids);
        return ids;
    }

    @Test
    void fields_cut_a_view_down_but_never_its_identity() {
        var user = Tokens.customer("E-FIELDS", "MEMO_VIEW", "MEMO_WRITE");
        api.post(user, "/api/v1/memos", Map.of("text", "a", "colour", "RED"));
        var item =
                body(api.get(user, "/api/v1/memos?fields=colour")).path("items").path(0);
        assertThat(item.propertyNames()).containsExactlyInAnyOrder("id", "colour");
        var one = body(api.get(user, "/api/v1/memos/" + item.path("id").asString() + "?fields=text"));
        assertThat(one.propertyNames()).containsExactlyInAnyOrder("id", "text");
    }

    @Test
    void an_empty_list_is_200() {
        api.get(Tokens.customer("E-EMPTY", "MEMO_VIEW"), "/api/v1/memos")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"items\":[]}", org.springframework.test.json.JsonCompareMode.STRICT);
    }
}
