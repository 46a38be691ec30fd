package io.controlcenter.gateway;

import static io.controlcenter.gateway.FakePlatform.Edge.code;
import static io.controlcenter.gateway.FakePlatform.Edge.json;
import static io.controlcenter.gateway.FakePlatform.IDENTITY;
import static io.controlcenter.gateway.FakePlatform.MAINTENANCE;
import static io.controlcenter.gateway.FakePlatform.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.controlcenter.gateway.FakeServer.Answer;
import io.controlcenter.gateway.FakeServer.Seen;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code X-Enterprise-Id: *} before a service that keeps lists for two enterprises and forbids a third. */
class AllEnterprisesIT extends GatewayIT {

    private static final Pattern QUERY = Pattern.compile("[?&](limit|cursor)=([^&]*)");

    /** Days on which something happened, per enterprise; newest first is the list's order. */
    private final Map<String, List<Integer>> days = Map.of(
            "ENT-A", IntStream.range(0, 9).map(i -> 3 * i + 1).boxed().toList(), "ENT-B", List.of(2, 5, 6, 27, 28));

    private final String token = IDENTITY.token(member());

    private static String member() {
        var user = user("ENT-A", "MAINT_VIEW");
        IDENTITY.grant(user, "ENT-B", "MAINT_VIEW");
        IDENTITY.grant(user, "ENT-C");
        return user;
    }

    @BeforeEach
    void the_service_answers_lists() {
        MAINTENANCE.does(this::list);
    }

    @AfterEach
    void it_behaves_again() {
        MAINTENANCE.does(_ -> Answer.ok("{}"));
    }

    private Answer list(Seen request) throws Exception {
        var claims = SignedJWT.parse(request.header("Authorization").replaceFirst("Bearer ", ""))
                .getJWTClaimsSet();
        var enterprise = claims.getStringClaim("enterprise_id");
        if (!claims.getStringListClaim("permissions").contains("MAINT_VIEW")) {
            return Answer.of(403, "{\"code\":\"accessDenied\"}").with("Content-Type", "application/problem+json");
        }
        var asked = new java.util.HashMap<String, String>();
        QUERY.matcher(request.uri()).results().forEach(hit -> asked.put(hit.group(1), hit.group(2)));
        var limit = Integer.parseInt(asked.getOrDefault("limit", "20"));
        var before = asked.containsKey("cursor") ? day(asked.get("cursor")) : Integer.MAX_VALUE;
        var rows = days.getOrDefault(enterprise, List.of()).stream()
                .sorted(Comparator.reverseOrder())
                .filter(day -> day < before)
                .toList();
        return Answer.ok(
                page(rows, limit, request.header("X-Internal-Positions").equals("true")));
    }

    private static String page(List<Integer> rows, int limit, boolean positions) {
        var shown = rows.stream().limit(limit).toList();
        var items = shown.stream().map("{\"day\":%d}"::formatted).toList();
        var cursors = shown.stream().map(day -> "\"" + cursor(day) + "\"").toList();
        var next = rows.size() > limit ? ",\"nextCursor\":\"" + cursor(shown.getLast()) + "\"" : "";
        return "{\"items\":[%s]%s%s}"
                .formatted(
                        String.join(",", items),
                        next,
                        positions
                                ? ",\"positions\":{\"type\":\"date\",\"cursors\":[" + String.join(",", cursors) + "]}"
                                : "");
    }

    private static String cursor(int day) {
        var text = "-day\u001f2026-01-%02d\u001f%d".formatted(day, day);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int day(String cursor) {
        var parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\u001f", -1);
        return Integer.parseInt(parts[2]);
    }

    private HttpResponse<String> everywhere(String path) {
        return edge.send(edge.as(token, path).header("X-Enterprise-Id", "*"));
    }

    @Test
    void all_rows_come_in_one_order_each_with_its_enterprise_whatever_the_page_size() {
        for (int limit : new int[] {1, 2, 3, 7, 14, 100}) {
            var found = new ArrayList<String>();
            var next = "/api/v1/gcrs?limit=" + limit;
            while (!next.isEmpty()) {
                var answer = everywhere(next);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(json(answer).path("items").size()).isLessThanOrEqualTo(limit);
                json(answer)
                        .path("items")
                        .forEach(row -> found.add(row.path("enterpriseId").asString() + " "
                                + row.path("day").asInt()));
                assertThat(answer.body()).doesNotContain("positions");
                var link = answer.headers().firstValue("Link").orElse("");
                next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
            }
            assertThat(found)
                    .containsExactly(
                            "ENT-B 28",
                            "ENT-B 27",
                            "ENT-A 25",
                            "ENT-A 22",
                            "ENT-A 19",
                            "ENT-A 16",
                            "ENT-A 13",
                            "ENT-A 10",
                            "ENT-A 7",
                            "ENT-B 6",
                            "ENT-B 5",
                            "ENT-A 4",
                            "ENT-B 2",
                            "ENT-A 1");
        }
    }

    @Test
    void it_says_which_enterprises_are_in_it() {
        var enterprises = json(everywhere("/api/v1/gcrs")).path("enterprises");
        assertThat(enterprises
                        .valueStream()
                        .map(one -> one.path("enterpriseId").asString() + " "
                                + one.path("access").asString()))
                .containsExactly("ENT-A INCLUDED", "ENT-B INCLUDED", "ENT-C FORBIDDEN");
    }

    @Test
    void without_the_permission_anywhere_it_is_refused() {
        var nowhere = user("ENT-A");
        assertThat(code(edge.send(
                        edge.as(IDENTITY.token(nowhere), "/api/v1/gcrs").header("X-Enterprise-Id", "*"))))
                .isEqualTo("403 accessDenied");
        var nobody = IDENTITY.token(java.util.UUID.randomUUID().toString());
        assertThat(code(edge.send(edge.as(nobody, "/api/v1/gcrs").header("X-Enterprise-Id", "*"))))
                .isEqualTo("403 enterprise-forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void nothing_is_written_this_way(String method) {
        var sent = MAINTENANCE.seen().size();
        assertThat(code(edge.send(edge.as(token, "/api/v1/gcrs")
                        .header("X-Enterprise-Id", "*")
                        .method(method, BodyPublishers.ofString("{}")))))
                .isEqualTo("400 enterprise-required");
        assertThat(MAINTENANCE.seen()).hasSize(sent);
    }

    @Test
    void what_is_no_list_wants_one_enterprise() {
        MAINTENANCE.does(_ -> Answer.ok("{\"gcrNumber\":\"123456789\"}"));
        assertThat(code(everywhere("/api/v1/gcrs/123456789"))).isEqualTo("400 enterprise-required");
        MAINTENANCE.does(_ -> Answer.ok("number,start\n"));
        assertThat(code(everywhere("/api/v1/gcrs.csv"))).isEqualTo("400 enterprise-required");
    }

    @Test
    void a_query_that_the_service_refuses_is_refused() {
        MAINTENANCE.does(_ -> Answer.of(400, "{\"code\":\"invalidQuery\"}"));
        assertThat(code(everywhere("/api/v1/gcrs?limit=none"))).isEqualTo("400 invalidQuery");
    }

    @Test
    void a_part_is_never_shown_as_the_whole() {
        MAINTENANCE.does(request ->
                list(request).status() == 403 ? Answer.of(503, "{\"code\":\"unavailable\"}") : list(request));
        assertThat(code(everywhere("/api/v1/gcrs"))).isEqualTo("503 unavailable");
    }

    @Test
    void the_header_that_asks_for_positions_does_not_come_in_from_outside() {
        var answer = edge.send(edge.as(token, "/api/v1/gcrs")
                .header("X-Enterprise-Id", "ENT-A")
                .header("X-Internal-Positions", "true"));
        assertThat(json(answer).has("positions")).isFalse();
    }

    @Test
    void it_counts_in_each_of_the_enterprises() throws Exception {
        var enterprise = "ENT-" + UUID.randomUUID();
        var clients = Stream.generate(() -> IDENTITY.token(user(enterprise, "MAINT_VIEW")))
                .limit(8)
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                var burst = threads.invokeAll(clients.stream()
                        .flatMap(client -> Stream.<Callable<String>>generate(() -> () -> {
                                    var answer = edge.send(
                                            edge.as(client, "/api/v1/gcrs").header("X-Enterprise-Id", "*"));
                                    return code(answer)
                                            + answer.headers()
                                                    .firstValue("RateLimit-Limit")
                                                    .orElse("");
                                })
                                .limit(75))
                        .toList());
                return burst.stream().map(Future::resultNow).anyMatch("429 tooManyRequests400"::equals);
            });
        }
    }
}
