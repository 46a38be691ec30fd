package io.controlcenter.repair.incidents;

import static io.controlcenter.repair.RepairPlatform.json;
import static io.controlcenter.repair.RepairPlatform.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.EventContracts;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.Tokens;
import io.controlcenter.repair.RepairPlatform;
import io.controlcenter.repair.RepairServiceTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Known incidents: declared for many enterprises, seen by each for its own services, and followed by their tickets. */
@RepairServiceTest
class IncidentsIT {

    private static final Tokens.Draft NOC = Tokens.provider("OPERATIONS");
    private static final Map<String, Object> END = Map.of(
            "rootCause", Map.of("code", "FIBER_CUT", "party", "PROVIDER", "text", "A digger."), "note", "Spliced.");

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

    private ResponseSpec declare(Tokens.Draft user, List<String> services) {
        var body = new HashMap<String, Object>();
        body.put("title", "Fiber cut");
        body.put("description", "A crew is on its way.");
        body.put("serviceIds", services);
        return api.post(user, "/api/v1/incidents", body, UUID.randomUUID().toString());
    }

    @Test
    void tickets_before_and_after_the_declaration_follow_an_incident_to_its_end() {
        var tenant = platform.tenant();
        var other = platform.tenant();
        var early = platform.inProgress(tenant);
        var incident = json(declare(NOC, List.of(tenant.service(), other.service()))
                .expectStatus()
                .isCreated());
        var path = incident.path("href").asString();
        var number = incident.path("incidentNumber").asString();
        assertThat(incident.path("state").asString()).isEqualTo("created");
        assertThat(incident.path("serviceIds").size()).isEqualTo(2);
        var followed = json(api.get(tenant.noc(), early));
        assertThat(followed.at("/related/0/id").asString()).isEqualTo(number);
        assertThat(followed.at("/knownIncidents/0/title").asString()).isEqualTo("Fiber cut");
        var late = json(platform.open(other.noc(), report(other.service())))
                .path("href")
                .asString();
        assertThat(json(api.get(other.noc(), late)).at("/related/0/type").asString())
                .isEqualTo("INCIDENT");
        api.post(NOC, path + "/updates", Map.of("text", "Splicing begins.", "state", "IN_PROGRESS"))
                .expectStatus()
                .isOk();
        api.post(NOC, path + "/close", END).expectStatus().isOk();
        for (var each : Map.of(tenant, early, other, late).entrySet()) {
            var resolved = json(api.get(each.getKey().noc(), each.getValue()));
            assertThat(resolved.path("state").asString()).isEqualTo("resolved");
            assertThat(resolved.at("/rootCause/text").asString()).isEqualTo("A digger.");
            assertThat(resolved.path("knownIncidents").size()).isZero();
        }
        api.post(NOC, path + "/close", END).expectStatus().isEqualTo(409);
        api.post(NOC, path + "/updates", Map.of("text", "x")).expectStatus().isEqualTo(409);
        eachEnterpriseHearsOfItsOwn(number, tenant, other);
    }

    private void eachEnterpriseHearsOfItsOwn(String number, RepairPlatform.Tenant tenant, RepairPlatform.Tenant other) {
        for (var type : List.of("declared", "updated", "closed")) {
            for (var each : List.of(tenant, other)) {
                var told = events.await(
                        event -> event.type().equals("repair.incident." + type + ".v1")
                                && event.key().equals(number)
                                && each.enterprise().equals(event.enterpriseId()),
                        type + " to " + each.enterprise());
                assertThat(told.data().path("serviceIds").toString()).isEqualTo("[\"" + each.service() + "\"]");
            }
        }
    }

    @Test
    void each_enterprise_sees_its_own_services_and_nothing_of_other_incidents() {
        var tenant = platform.tenant();
        var other = platform.tenant();
        var stranger = platform.tenant();
        var path = json(declare(NOC, List.of(tenant.service(), other.service())))
                .path("href")
                .asString();
        var seen = json(api.get(tenant.noc(), path).expectStatus().isOk());
        assertThat(seen.path("serviceIds").toString()).isEqualTo("[\"" + tenant.service() + "\"]");
        assertThat(json(api.get(tenant.noc(), "/api/v1/incidents?state=created"))
                        .path("items")
                        .size())
                .isEqualTo(1);
        api.get(stranger.noc(), path).expectStatus().isNotFound();
        api.get(tenant.noc().onlyAccounts(tenant.accountB()), path)
                .expectStatus()
                .isNotFound();
        assertThat(json(api.get(stranger.noc(), "/api/v1/incidents"))
                        .path("items")
                        .size())
                .isZero();
        api.get(NOC, "/api/v1/incidents?limit=100").expectStatus().isOk();
    }

    @Test
    void a_declaration_names_what_is_installed() {
        var tenant = platform.tenant();
        var problem = json(
                declare(NOC, List.of(tenant.service(), "S-NONE")).expectStatus().isEqualTo(422));
        assertThat(problem.path("errors").findValuesAsString("pointer")).containsExactly("/serviceIds/1");
        declare(NOC, List.of()).expectStatus().isEqualTo(422);
        assertThat(json(api.post(
                                NOC,
                                "/api/v1/incidents",
                                Map.of(),
                                UUID.randomUUID().toString()))
                        .path("errors")
                        .findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/title", "/description");
        declare(NOC.on(tenant.enterprise()), List.of(tenant.service()))
                .expectStatus()
                .isBadRequest();
        declare(tenant.noc(), List.of(tenant.service())).expectStatus().isForbidden();
    }

    @Test
    void its_events_have_their_schema_and_example() {
        for (var what : List.of("declared", "updated", "closed")) {
            EventContracts.assertPublished("repair.incident." + what + ".v1", IncidentMessage.class);
        }
    }
}
