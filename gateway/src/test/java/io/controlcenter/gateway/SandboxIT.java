package io.controlcenter.gateway;

import static io.controlcenter.gateway.FakePlatform.Edge.code;
import static io.controlcenter.gateway.FakePlatform.IDENTITY;
import static io.controlcenter.gateway.FakePlatform.MAINTENANCE;
import static io.controlcenter.gateway.FakePlatform.NOTIFICATION;
import static io.controlcenter.gateway.FakePlatform.ORDER;
import static io.controlcenter.gateway.FakePlatform.REPAIR;
import static io.controlcenter.gateway.FakePlatform.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.gateway.FakePlatform.Edge;
import io.controlcenter.gateway.FakeServer.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxIT extends GatewayIT {

    private final String token = IDENTITY.token(user("ENT-1"));

    @BeforeEach
    void all_follow() {
        Stream.of(ORDER, REPAIR, MAINTENANCE, NOTIFICATION).forEach(server -> server.does(_ -> following()));
        IDENTITY.server()
                .does(request -> request.uri().startsWith("/actuator") ? following() : IDENTITY.answer(request));
    }

    @AfterEach
    void all_behave() {
        Stream.of(ORDER, REPAIR, MAINTENANCE, NOTIFICATION).forEach(server -> server.does(_ -> Answer.ok("{}")));
    }

    private Answer following() {
        return health(edge.clock().offset());
    }

    private static Answer health(Duration offset) {
        return Answer.ok("""
                {"status":"UP","components":{"sandboxClock":{"status":"UP","details":{"offset":"%s"}}}}""".formatted(offset));
    }

    private HttpResponse<String> advance(String body) {
        return edge.send(edge.as(token, "/api/v1/sandbox/clock/advance")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private Instant now() {
        return Instant.parse(
                Edge.json(edge.get(token, "/api/v1/sandbox/clock")).path("now").asString());
    }

    @Test
    void a_month_is_one_of_the_calendar_and_everybody_has_arrived() {
        var before = now();
        var answer = advance("{\"by\":\"P1M\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(now())
                .isEqualTo(before.atOffset(ZoneOffset.UTC).plusMonths(1).toInstant());
        assertThat(Edge.json(answer).path("laggards")).isEmpty();
        assertThat(Edge.json(answer).path("unreachable").toString()).isEqualTo("[\"billing\"]");
    }

    @Test
    void it_moves_to_an_instant_too() {
        var to = now().plusSeconds(90);
        assertThat(advance("{\"to\":\"%s\"}".formatted(to)).statusCode()).isEqualTo(200);
        assertThat(now()).isEqualTo(to);
    }

    @Test
    void who_has_not_followed_is_named() {
        REPAIR.does(_ -> health(Duration.ZERO));
        var answer = advance("{\"by\":\"PT1H\"}");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(Edge.json(answer).path("laggards").toString()).isEqualTo("[\"repair\"]");
    }

    @Test
    void moves_at_the_same_time_add_up() throws Exception {
        var before = now();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var moves = threads.invokeAll(Stream.<Callable<Integer>>generate(
                            () -> () -> advance("{\"by\":\"P1D\"}").statusCode())
                    .limit(4)
                    .toList());
            for (var move : moves) {
                assertThat(move.get()).isEqualTo(200);
            }
        }
        assertThat(Duration.between(before, now())).isEqualTo(Duration.ofDays(4));
    }

    @Test
    void only_forward_and_not_beyond_all_bounds() {
        for (var refused : List.of(
                "{\"by\":\"P0D\"}",
                "{\"by\":\"-P1D\"}",
                "{\"by\":\"P-1M\"}",
                "{\"by\":\"P99Y\"}",
                "{\"by\":\"P999999999Y\"}",
                "{\"by\":\"PT9223372036854775807S\"}",
                "{\"by\":\"month\"}",
                "{\"by\":\"P\"}",
                "{}",
                "{\"by\":\"P1D\",\"to\":\"2030-01-01T00:00:00Z\"}",
                "{\"to\":\"2020-01-01T00:00:00Z\"}",
                "{\"to\":\"tomorrow\"}",
                "{\"by\":\"P1D\",\"more\":1}")) {
            assertThat(advance(refused).statusCode()).as(refused).isEqualTo(422);
        }
        assertThat(code(advance("{nonsense"))).startsWith("400 ");
    }
}
