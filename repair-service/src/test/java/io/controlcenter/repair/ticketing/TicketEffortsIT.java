package io.controlcenter.repair.ticketing;

import static io.controlcenter.repair.RepairPlatform.contact;
import static io.controlcenter.repair.RepairPlatform.json;
import static io.controlcenter.repair.RepairPlatform.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.repair.RepairPlatform;
import io.controlcenter.repair.RepairServiceTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Tests of a service and those who help, over HTTP. */
@RepairServiceTest
class TicketEffortsIT {

    @Autowired
    private RepairPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @BeforeEach
    void a_technician_is_there() {
        platform.technician();
    }

    private String opened(RepairPlatform.Tenant tenant, Map<String, ?> authorisations) {
        var body = report(tenant.service());
        body.put("authorisations", authorisations);
        body.put("contacts", List.of(contact("REPORTER"), contact("LOCAL")));
        return json(platform.open(tenant.noc(), body).expectStatus().isCreated())
                .path("href")
                .asString();
    }

    private ResponseSpec patch(RepairPlatform.Tenant tenant, String path, Map<String, ?> body) {
        return api.as(tenant.tech()).patch().uri(path).body(body).exchange();
    }

    @Test
    void a_test_is_started_and_gets_its_result_once() {
        var tenant = platform.tenant();
        var path = opened(tenant, Map.of());
        platform.work(tenant, path, "tests", Map.of("type", "LIGHT_LEVEL"))
                .expectStatus()
                .isEqualTo(422);
        var started = json(platform.work(tenant, path, "tests", Map.of("type", "LIGHT_LEVEL", "intrusive", false))
                .expectStatus()
                .isOk());
        var test = path + "/tests/" + started.at("/tests/0/testId").asString();
        var finished = json(patch(tenant, test, Map.of("result", "FAIL", "measurements", "Rx -38.1 dBm"))
                .expectStatus()
                .isOk());
        assertThat(finished.at("/tests/0/result").asString()).isEqualTo("FAIL");
        patch(tenant, test, Map.of("result", "PASS")).expectStatus().isEqualTo(409);
        patch(tenant, path + "/tests/" + UUID.randomUUID(), Map.of("result", "PASS"))
                .expectStatus()
                .isNotFound();
        assertThat(json(api.get(tenant.noc(), path)).at("/tests/0/measurements").asString())
                .isEqualTo("Rx -38.1 dBm");
        var completed = events.await(
                "repair.test.completed.v1", finished.path("ticketNumber").asString());
        assertThat(completed.data().path("result").asString()).isEqualTo("FAIL");
    }

    @Test
    void a_test_that_interrupts_the_service_needs_authorisation_and_its_window() {
        var tenant = platform.tenant();
        var intrusive = Map.of("type", "LOOPBACK", "intrusive", true);
        var never = opened(tenant, Map.of());
        platform.work(tenant, never, "tests", intrusive)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("intrusive-test-not-authorised");
        var window = Map.of("start", "2026-06-02T02:00:00Z", "end", "2026-06-02T04:00:00Z");
        patch(
                        tenant,
                        never,
                        Map.of("authorisations", Map.of("intrusiveTesting", true, "intrusiveTestingWindow", window)))
                .expectStatus()
                .isOk();
        platform.work(tenant, never, "tests", intrusive)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.intrusiveTestingWindow.start")
                .isEqualTo("2026-06-02T02:00:00Z");
        var other = platform.tenant();
        platform.work(other, opened(other, Map.of("intrusiveTesting", true)), "tests", intrusive)
                .expectStatus()
                .isOk();
    }

    @Test
    void a_field_technician_is_sent_where_that_is_authorised_and_never_becomes_accountable() {
        var tenant = platform.tenant();
        var crew = Map.of(
                "kind",
                "FIELD_TECHNICIAN",
                "name",
                "Field crew 7",
                "dispatchWindow",
                Map.of("start", "2026-06-01T17:00:00Z", "end", "2026-06-01T19:00:00Z"));
        var forbidden = platform.tenant();
        platform.work(forbidden, opened(forbidden, Map.of()), "fix-agents", crew)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("dispatch-not-authorised");
        var path = opened(tenant, Map.of("dispatch", true));
        var asked = json(
                platform.work(tenant, path, "fix-agents", crew).expectStatus().isOk());
        assertThat(asked.at("/technician/userId").asString()).isEqualTo("tech-of-all");
        var agent = path + "/fix-agents/" + asked.at("/fixAgents/0/agentId").asString();
        patch(tenant, agent, Map.of("state", "DONE"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.possible.length()")
                .isEqualTo(2);
        for (var state : List.of("ACCEPTED", "EN_ROUTE", "ON_SITE", "DONE")) {
            patch(tenant, agent, Map.of("state", state)).expectStatus().isOk();
        }
        assertThat(json(api.get(tenant.noc(), path)).at("/fixAgents/0/state").asString())
                .isEqualTo("DONE");
        events.await(
                event -> event.type().equals("repair.fix-agent.changed.v1")
                        && path.endsWith(event.key())
                        && event.data().path("state").asString().equals("DONE"),
                "the crew of " + path);
        api.post(tenant.noc(), path + "/fix-agents", crew).expectStatus().isForbidden();
    }
}
