package io.controlcenter.maintenance.changes;

import static io.controlcenter.maintenance.MaintenancePlatform.CHANGE;
import static io.controlcenter.maintenance.MaintenancePlatform.body;
import static io.controlcenter.maintenance.MaintenancePlatform.json;
import static io.controlcenter.maintenance.MaintenancePlatform.outage;
import static io.controlcenter.maintenance.MaintenancePlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.maintenance.MaintenancePlatform;
import io.controlcenter.maintenance.MaintenanceServiceTest;
import io.controlcenter.platform.test.Api;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What can go into a plan, what cannot, and what lists know. */
@MaintenanceServiceTest
class PlanningIT {

    @Autowired
    private MaintenancePlatform platform;

    @Autowired
    private Api api;

    private Map<String, Object> changed(String property, Object value, MaintenancePlatform.Tenant tenant) {
        var body = new HashMap<>(
                platform.gcr(List.of(platform.window(Duration.ofDays(10))), List.of(outage(tenant.serviceA()))));
        body.put(property, value);
        return body;
    }

    @Test
    void the_affected_services_are_found_by_id_circuit_and_place() {
        var byId = platform.tenant();
        var byCircuit = platform.tenant();
        var byPlace = platform.tenant();
        var place = Map.of("city", byPlace.city().toUpperCase(java.util.Locale.ROOT), "state", "il");
        var impacts = List.of(
                outage(byId.serviceA()),
                Map.of("circuitIds", List.of(byCircuit.circuitA()), "impact", "DEGRADED", "maxDurationMinutes", 5),
                Map.of("locations", List.of(place), "impact", "REDUCED_REDUNDANCY", "maxDurationMinutes", 5));
        var number = text(
                api.post(CHANGE, "/api/v1/gcrs", platform.gcr(List.of(platform.window(Duration.ofDays(10))), impacts))
                        .expectStatus()
                        .isCreated(),
                "gcrNumber");
        var found = json(api.get(CHANGE, "/api/v1/gcrs/" + number + "/impacts"));
        assertThat(found.path("items").findValuesAsString("serviceId"))
                .containsExactly(byId.serviceA(), byCircuit.serviceA(), byPlace.serviceA(), byPlace.serviceB());
        assertThat(found.path("items").findValuesAsString("accountName")).contains("Account v1");
        assertThat(json(api.get(CHANGE, "/api/v1/gcrs?impact=DEGRADED&serviceId=" + byId.serviceA()))
                        .at("/items/0/impact")
                        .asString())
                .isEqualTo("OUTAGE");
    }

    @Test
    void an_unknown_service_circuit_or_place_is_named_and_nothing_is_kept() {
        var tenant = platform.tenant();
        var nowhere = Map.of("city", "Atlantis", "state", "XX");
        var impacts = List.of(
                outage(tenant.serviceA(), "S-404"),
                Map.of(
                        "circuitIds",
                        List.of("CIR-404"),
                        "locations",
                        List.of(nowhere),
                        "impact",
                        "OUTAGE",
                        "maxDurationMinutes",
                        1));
        var body = changed("impacts", impacts, tenant);
        body.put("gcrNumber", "GCR 987654321");
        assertThat(json(api.post(CHANGE, "/api/v1/gcrs", body).expectStatus().isEqualTo(422))
                        .path("errors")
                        .findValuesAsString("pointer"))
                .containsExactly("/impacts/0/serviceIds/1", "/impacts/1/circuitIds/0", "/impacts/1/locations/0");
        api.get(CHANGE, "/api/v1/gcrs/987654321").expectStatus().isNotFound();
    }

    @Test
    void a_number_is_used_once() {
        var tenant = platform.tenant();
        var body = changed("gcrNumber", "GCR 912345678", tenant);
        assertThat(text(api.post(CHANGE, "/api/v1/gcrs", body).expectStatus().isCreated(), "gcrNumber"))
                .isEqualTo("912345678");
        assertThat(text(api.post(CHANGE, "/api/v1/gcrs", body).expectStatus().isEqualTo(409), "code"))
                .isEqualTo("gcr-exists");
        assertThat(text(api.post(CHANGE, "/api/v1/gcrs", changed("gcrNumber", "GCR 1", tenant)), "code"))
                .isEqualTo("invalidFormat");
    }

    @Test
    void a_repeat_with_the_same_key_plans_once() {
        var body = changed("title", "Once", platform.tenant());
        var first = text(api.post(CHANGE, "/api/v1/gcrs", body, "plan-once"), "gcrNumber");
        assertThat(text(api.post(CHANGE, "/api/v1/gcrs", body, "plan-once"), "gcrNumber"))
                .isEqualTo(first);
        api.post(CHANGE, "/api/v1/gcrs?dryRun=true", changed("gcrNumber", "933333333", platform.tenant()))
                .expectStatus()
                .isOk();
        api.get(CHANGE, "/api/v1/gcrs/933333333").expectStatus().isNotFound();
    }

    @Test
    void windows_and_services_of_a_plan_change_at_will() {
        var tenant = platform.tenant();
        var number = platform.planned(tenant);
        var windows =
                Map.of("windows", List.of(platform.window(Duration.ofDays(10)), platform.window(Duration.ofDays(11))));
        put(number, "windows", windows).expectStatus().isOk();
        assertThat(json(api.get(CHANGE, "/api/v1/gcrs/" + number + "/impacts"))
                        .path("items")
                        .findValuesAsString("windowId"))
                .containsExactlyInAnyOrder(number + "-1", number + "-1", number + "-2", number + "-2");
        put(number, "impacts", Map.of("impacts", List.of(outage(tenant.serviceB()))))
                .expectStatus()
                .isOk();
        assertThat(json(api.get(CHANGE, "/api/v1/gcrs/" + number + "/impacts"))
                        .path("items")
                        .findValuesAsString("serviceId"))
                .containsOnly(tenant.serviceB());
        put(number, "impacts", Map.of("impacts", List.of(Map.of("impact", "OUTAGE", "maxDurationMinutes", 1))))
                .expectStatus()
                .isEqualTo(422);
    }

    private org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec put(
            String number, String what, Map<String, ?> body) {
        return api.as(CHANGE)
                .put()
                .uri("/api/v1/gcrs/" + number + "/" + what)
                .body(body)
                .exchange();
    }

    @Test
    void what_breaks_a_rule_is_422() {
        var tenant = platform.tenant();
        var soon = changed("windows", List.of(platform.window(Duration.ofDays(6))), tenant);
        var number = text(api.post(CHANGE, "/api/v1/gcrs", soon), "gcrNumber");
        var refused = json(platform.act(number, "confirm").expectStatus().isEqualTo(422));
        assertThat(refused.path("code").asString()).isEqualTo("notice-too-short");
        assertThat(refused.path("earliestStart").asString())
                .isEqualTo(platform.inDays(7).toString());
        soon.put("designation", "EMERGENCY");
        soon.remove("reason");
        var emergency = text(api.post(CHANGE, "/api/v1/gcrs", soon), "gcrNumber");
        assertThat(json(platform.act(emergency, "confirm").expectStatus().isEqualTo(422))
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/reason");
        var past = changed("windows", List.of(platform.window(Duration.ofHours(-1))), tenant);
        var late = text(api.post(CHANGE, "/api/v1/gcrs", past), "gcrNumber");
        assertThat(text(platform.act(late, "confirm").expectStatus().isEqualTo(422), "code"))
                .isEqualTo("start-in-the-past");
        var nobody = text(api.post(CHANGE, "/api/v1/gcrs", changed("impacts", List.of(), tenant)), "gcrNumber");
        assertThat(text(platform.act(nobody, "confirm").expectStatus().isEqualTo(422), "code"))
                .isEqualTo("no-services");
        assertThat(json(api.post(CHANGE, "/api/v1/gcrs", Map.of("colour", "red"))
                                .expectStatus()
                                .isEqualTo(422))
                        .path("errors")
                        .findValuesAsString("pointer"))
                .contains("/colour", "/designation", "/category", "/title", "/windows");
        api.post(CHANGE, "/api/v1/gcrs", changed("designation", "PERHAPS", tenant))
                .expectStatus()
                .isEqualTo(422);
        var window = platform.window(Duration.ofDays(10));
        var backwards = Map.of("start", window.get("end"), "end", window.get("start"), "timeZone", "America/Chicago");
        assertThat(json(api.post(CHANGE, "/api/v1/gcrs", changed("windows", List.of(backwards), tenant))
                                .expectStatus()
                                .isEqualTo(422))
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/windows/0/end");
        assertThat(text(
                        api.post(CHANGE, "/api/v1/gcrs", changed("windows", List.of(window, window), tenant))
                                .expectStatus()
                                .isEqualTo(422),
                        "code"))
                .isEqualTo("windows-overlap");
    }

    @Test
    void versions_and_queries_are_judged() {
        var tenant = platform.tenant();
        var number = platform.scheduled(tenant);
        api.as(CHANGE)
                .post()
                .uri("/api/v1/gcrs/" + number + "/start")
                .header("If-Match", "\"0\"")
                .exchange()
                .expectStatus()
                .isEqualTo(412);
        for (var query : List.of(
                "?from=yesterday",
                "?impact=HUGE",
                "?state=asleep",
                "?colour=red",
                "/calendar?month=2026-13",
                "/calendar?timeZone=Mars/Base",
                ".csv?from=soon")) {
            api.get(tenant.noc(), "/api/v1/gcrs" + query).expectStatus().isBadRequest();
        }
        assertThat(json(api.get(
                                tenant.noc(),
                                "/api/v1/gcrs?from=yesterday&to=soon&impact=HUGE&timeZone=Mars/Base&state=asleep&limit=0"))
                        .path("errors")
                        .findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("from", "to", "impact", "timeZone", "state", "limit");
        api.get(tenant.noc(), "/api/v1/gcrs/12").expectStatus().isNotFound();
        api.get(tenant.noc(), "/api/v1/gcrs/999999999/impacts").expectStatus().isNotFound();
        assertThat(json(api.get(tenant.noc(), "/api/v1/gcrs?from=2026-06-11&to=2026-06-12"))
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(json(api.get(tenant.noc(), "/api/v1/gcrs?to=2026-06-11"))
                        .path("items")
                        .size())
                .isZero();
        var csv = body(api.get(tenant.noc(), "/api/v1/gcrs.csv?from=2026-06-11"));
        assertThat(csv.lines()).hasSize(3).first().asString().startsWith("gcrNumber,windowId,");
    }
}
