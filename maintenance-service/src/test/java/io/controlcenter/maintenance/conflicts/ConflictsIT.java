package io.controlcenter.maintenance.conflicts;

import static io.controlcenter.maintenance.MaintenancePlatform.CHANGE;
import static io.controlcenter.maintenance.MaintenancePlatform.json;
import static io.controlcenter.maintenance.MaintenancePlatform.outage;
import static io.controlcenter.maintenance.MaintenancePlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.maintenance.MaintenancePlatform;
import io.controlcenter.maintenance.MaintenancePlatform.Tenant;
import io.controlcenter.maintenance.MaintenanceServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.work.DueWorkRunner;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Diverse services that are hit together: found, told, asked about, and gone when things move. */
@MaintenanceServiceTest
class ConflictsIT {

    private static final String CONFLICTS = "/api/v1/gcrs/conflicts";
    private static final String GROUPS = "/api/v1/diverse-groups";

    @Autowired
    private MaintenancePlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private TestClock clock;

    @Autowired
    private DueWorkRunner dueWork;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private RestTestClient.ResponseSpec group(Tenant tenant, String name, String... services) {
        return api.post(tenant.noc(), GROUPS, Map.of("name", name, "serviceIds", List.of(services)));
    }

    private String pair(Tenant tenant) {
        return text(
                group(tenant, "Uplinks", tenant.serviceA(), tenant.serviceB())
                        .expectStatus()
                        .isCreated(),
                "groupId");
    }

    private String gcr(Duration ahead, String service) {
        var body = platform.gcr(List.of(platform.window(ahead)), List.of(outage(service)));
        var number = text(api.post(CHANGE, "/api/v1/gcrs", body).expectStatus().isCreated(), "gcrNumber");
        platform.act(number, "confirm").expectStatus().isOk();
        return number;
    }

    private JsonNode open(Tenant tenant) {
        dueWork.runAll();
        return json(api.get(tenant.noc(), CONFLICTS + "?state=OPEN")).path("items");
    }

    @Test
    void windows_over_both_sides_are_a_conflict_until_one_moves() {
        var tenant = platform.tenant();
        pair(tenant);
        var one = gcr(Duration.ofDays(10), tenant.serviceA());
        assertThat(open(tenant)).isEmpty();
        var other = gcr(Duration.ofDays(10).plusHours(2), tenant.serviceB());
        var conflict = open(tenant).path(0);
        assertThat(conflict.path("kind").asString()).isEqualTo("WINDOWS_OVERLAP");
        assertThat(conflict.path("gcrNumbers").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(one, other);
        assertThat(conflict.path("from").asString())
                .isEqualTo(platform.inDays(10).plus(Duration.ofHours(2)).toString());
        assertThat(conflict.path("until").asString())
                .isEqualTo(platform.inDays(10).plus(Duration.ofHours(4)).toString());
        assertThat(conflict.path("services").findValuesAsString("serviceId"))
                .containsExactly(tenant.serviceA(), tenant.serviceB());
        var id = conflict.path("conflictId").asString();
        var told = events.await("maintenance.conflict.detected.v1", id);
        assertThat(told.enterpriseId()).isEqualTo(tenant.enterprise());
        assertThat(json(api.get(CHANGE, "/api/v1/gcrs/" + one))
                        .at("/warnings/0/conflictId")
                        .asString())
                .isEqualTo(id);
        assertThat(json(api.get(tenant.noc(), "/api/v1/gcrs/calendar?month=2026-06"))
                        .at("/days/0/windows/0/conflict")
                        .asBoolean())
                .isTrue();
        open(tenant);
        assertThat(events.of(id)).hasSize(1);
        var moved = new HashMap<>(platform.window(Duration.ofDays(12)));
        moved.put("windowId", other + "-1");
        platform.act(other, "reschedule", Map.of("windows", List.of(moved)))
                .expectStatus()
                .isOk();
        assertThat(open(tenant)).isEmpty();
        events.await("maintenance.conflict.resolved.v1", id);
        assertThat(text(api.get(tenant.noc(), CONFLICTS + "/" + id), "state")).isEqualTo("RESOLVED");
        api.post(tenant.noc(), CONFLICTS + "/" + id + "/reschedule-request")
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void a_window_over_both_sides_at_once_is_one_too_and_what_nobody_feels_is_none() {
        var tenant = platform.tenant();
        pair(tenant);
        var both = platform.scheduled(tenant);
        assertThat(open(tenant).path(0).path("windowIds").toString()).isEqualTo("[\"" + both + "-1\"]");
        platform.act(both, "cancel").expectStatus().isOk();
        assertThat(open(tenant)).isEmpty();
        var unfelt = new HashMap<>(outage(tenant.serviceA(), tenant.serviceB()));
        unfelt.put("impact", "NO_IMPACT");
        var number = text(
                api.post(
                        CHANGE,
                        "/api/v1/gcrs",
                        platform.gcr(List.of(platform.window(Duration.ofDays(10))), List.of(unfelt))),
                "gcrNumber");
        platform.act(number, "confirm").expectStatus().isOk();
        assertThat(open(tenant)).isEmpty();
    }

    @Test
    void what_is_planned_already_is_looked_at_when_the_pair_is_marked_and_forgotten_with_it() {
        var tenant = platform.tenant();
        platform.scheduled(tenant);
        var group = pair(tenant);
        var found = json(api.get(tenant.noc(), CONFLICTS + "?state=OPEN")).path("items");
        assertThat(found).hasSize(1);
        api.as(tenant.noc())
                .delete()
                .uri(GROUPS + "/" + group)
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(json(api.get(tenant.noc(), CONFLICTS + "?state=OPEN")).path("items"))
                .isEmpty();
        assertThat(json(api.get(tenant.noc(), CONFLICTS)).path("items")).hasSize(1);
    }

    @Test
    void a_window_over_one_side_while_the_other_is_down_is_a_conflict_once_it_is_near() {
        var tenant = platform.tenant();
        pair(tenant);
        var number = gcr(Duration.ofDays(10), tenant.serviceA());
        var ticket = "T-" + tenant.serviceB();
        platform.ticket(tenant, ticket, tenant.serviceB(), "DOWN", "acknowledged", 1);
        assertThat(open(tenant)).isEmpty();
        clock.advance(Duration.ofDays(7));
        var conflict = open(tenant).path(0);
        assertThat(conflict.path("kind").asString()).isEqualTo("WINDOW_WITH_OUTAGE");
        assertThat(conflict.path("ticketNumber").asString()).isEqualTo(ticket);
        assertThat(conflict.path("gcrNumbers").toString()).isEqualTo("[\"" + number + "\"]");
        events.await(
                "maintenance.conflict.detected.v1", conflict.path("conflictId").asString());
        platform.ticket(tenant, ticket, tenant.serviceB(), "DOWN", "resolved", 2);
        assertThat(open(tenant)).isEmpty();
        platform.ticket(tenant, ticket, tenant.serviceB(), "DOWN", "reopened", 3);
        assertThat(open(tenant)).hasSize(1);
        platform.ticket(tenant, ticket, tenant.serviceB(), "DOWN", "cancelled", 4);
        assertThat(open(tenant)).isEmpty();
        platform.ticket(tenant, ticket, tenant.serviceB(), "DOWN", "inProgress", 2); // overtaken
        assertThat(open(tenant)).isEmpty();
    }

    @Test
    void a_gcr_on_a_service_that_is_down_warns_the_change_manager_and_nobody_else() {
        var tenant = platform.tenant();
        var number = gcr(Duration.ofDays(10), tenant.serviceA());
        var path = "/api/v1/gcrs/" + number;
        assertThat(json(api.get(CHANGE, path)).path("warnings")).isEmpty();
        platform.ticket(tenant, "T-1-" + tenant.serviceA(), tenant.serviceA(), "DEGRADED", "acknowledged", 1);
        assertThat(json(api.get(CHANGE, path)).path("warnings")).isEmpty();
        platform.ticket(tenant, "T-2-" + tenant.serviceA(), tenant.serviceA(), "DOWN", "acknowledged", 1);
        var warning = json(api.get(CHANGE, path)).at("/warnings/0");
        assertThat(warning.path("code").asString()).isEqualTo("OPEN_OUTAGE_TICKET");
        assertThat(warning.path("ticketNumber").asString()).isEqualTo("T-2-" + tenant.serviceA());
        assertThat(warning.path("serviceId").asString()).isEqualTo(tenant.serviceA());
        assertThat(json(api.get(CHANGE, "/api/v1/gcrs?serviceId=" + tenant.serviceA()))
                        .at("/items/0/warnings")
                        .asInt())
                .isEqualTo(1);
        assertThat(json(api.get(tenant.noc(), path)).has("warnings")).isFalse();
        assertThat(json(api.get(tenant.noc(), "/api/v1/gcrs")).at("/items/0").has("warnings"))
                .isFalse();
    }

    @Test
    void another_time_is_asked_for_in_one_call() {
        var tenant = platform.tenant();
        pair(tenant);
        var one = gcr(Duration.ofDays(10), tenant.serviceA());
        var other = gcr(Duration.ofDays(10).plusHours(2), tenant.serviceB());
        var path = CONFLICTS + "/" + open(tenant).path(0).path("conflictId").asString() + "/reschedule-request";
        assertThat(json(api.post(tenant.noc(), path).expectStatus().isEqualTo(422))
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/contact");
        platform.person(tenant, "nora", "America/Chicago", "ACTIVE", 1);
        var nora = tenant.noc().as(tenant.user("nora"));
        var asked = json(api.post(nora, path).expectStatus().isCreated());
        assertThat(asked.path("gcrNumber").asString()).isEqualTo(other);
        assertThat(asked.path("type").asString()).isEqualTo("REQUEST_RESCHEDULE");
        assertThat(asked.path("serviceIds").toString()).isEqualTo("[\"" + tenant.serviceB() + "\"]");
        assertThat(asked.at("/contact/email").asString()).isEqualTo(tenant.mail("nora"));
        assertThat(asked.path("text").asString()).contains("Uplinks");
        events.await(
                "maintenance.inquiry.created.v1", asked.path("inquiryNumber").asString());
        assertThat(text(api.post(nora, path).expectStatus().isEqualTo(409), "inquiryNumber"))
                .isEqualTo(asked.path("inquiryNumber").asString());
        api.post(nora, path, Map.of("gcrNumber", one)).expectStatus().isCreated();
        api.post(nora, path, Map.of("gcrNumber", "999999999")).expectStatus().isEqualTo(422);
        assertThat(json(api.get(tenant.noc(), CONFLICTS)).at("/items/0/inquiryNumbers"))
                .hasSize(2);
    }

    @Test
    void a_pair_is_kept_by_those_who_may_see_both_sides() {
        var tenant = platform.tenant();
        var id = pair(tenant);
        var path = GROUPS + "/" + id;
        platform.scheduled(tenant);
        dueWork.runAll();
        var half = tenant.noc().onlyAccounts(tenant.accountA());
        api.get(half, path).expectStatus().isNotFound();
        assertThat(json(api.get(half, CONFLICTS)).path("items")).isEmpty();
        assertThat(json(api.get(half, GROUPS)).path("items")).isEmpty();
        api.get(platform.tenant().noc(), path).expectStatus().isNotFound();
        var refused = json(api.post(
                        half,
                        GROUPS,
                        Map.of("name", "Half", "serviceIds", List.of(tenant.serviceA(), tenant.serviceB())))
                .expectStatus()
                .isEqualTo(422));
        assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/serviceIds/1");
        assertThat(json(api.get(CHANGE, CONFLICTS + "?state=OPEN"))
                        .path("items")
                        .findValuesAsString("enterpriseId"))
                .contains(tenant.enterprise());
    }

    @Test
    void groups_are_made_changed_and_judged() {
        var tenant = platform.tenant();
        var id = pair(tenant);
        assertThat(text(
                        group(tenant, "uplinks", tenant.serviceA(), tenant.serviceB())
                                .expectStatus()
                                .isEqualTo(409),
                        "code"))
                .isEqualTo("group-exists");
        assertThat(json(group(tenant, "Bad", tenant.serviceA(), tenant.serviceA(), "S-404")
                                .expectStatus()
                                .isEqualTo(422))
                        .path("errors")
                        .findValuesAsString("pointer"))
                .containsExactly("/serviceIds/1", "/serviceIds/2");
        group(tenant, "Alone", tenant.serviceA()).expectStatus().isEqualTo(422);
        var path = GROUPS + "/" + id;
        var other = Map.of("name", "Core", "serviceIds", List.of(tenant.serviceB(), tenant.serviceA()));
        api.as(tenant.noc())
                .put()
                .uri(path)
                .header("If-Match", "\"7\"")
                .body(other)
                .exchange()
                .expectStatus()
                .isEqualTo(412);
        assertThat(text(
                        api.as(tenant.noc())
                                .put()
                                .uri(path)
                                .body(other)
                                .exchange()
                                .expectStatus()
                                .isOk(),
                        "name"))
                .isEqualTo("Core");
        api.get(tenant.noc(), GROUPS + "/" + UUID.randomUUID()).expectStatus().isNotFound();
        api.get(tenant.noc(), CONFLICTS + "/X-1").expectStatus().isNotFound();
        api.get(tenant.noc(), CONFLICTS + "?state=PERHAPS").expectStatus().isBadRequest();
        assertThat(json(api.get(tenant.noc(), CONFLICTS + "?gcrNumber=GCR1")).path("items"))
                .isEmpty();
    }

    @Test
    void broken_and_repeated_tickets_do_no_harm() {
        var tenant = platform.tenant();
        var ticket = "T-" + tenant.serviceA();
        events.send(
                "repair.ticket.v1",
                "repair.ticket.created.v1",
                "T-broken",
                tenant.enterprise(),
                1,
                "{\"ticketNumber\":1");
        var id = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            platform.ticket(id, tenant, ticket, tenant.serviceA(), "DOWN", "acknowledged", 1);
        }
        platform.await(
                "the dead letter", 1, "select count(*) from dead_letter where key = 'T-broken' and :e <> ''", "x");
        platform.await(
                "the ticket",
                1,
                "select count(*) from outage_ticket where enterprise_id = :e and open",
                tenant.enterprise());
    }
}
