package io.controlcenter.maintenance.changes;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What changes after customers were told, and who hears of it. */
@MaintenanceServiceTest
class RevisingIT {

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

    private RestTestClient.ResponseSpec put(String number, String what, Map<String, ?> body) {
        return api.as(CHANGE)
                .put()
                .uri("/api/v1/gcrs/" + number + "/" + what)
                .body(body)
                .exchange();
    }

    private List<String> notices(Tenant tenant, String number) {
        return json(api.get(tenant.noc(), "/api/v1/gcrs/" + number + "/notices"))
                .path("items")
                .findValuesAsString("kind");
    }

    private String state(Tenant tenant, String number) {
        return text(api.get(tenant.noc(), "/api/v1/gcrs/" + number), "state");
    }

    @Test
    void who_joins_who_leaves_and_who_stays() {
        var stays = platform.tenant();
        var leaves = platform.tenant();
        var joins = platform.tenant();
        var number = platform.scheduled(stays, leaves);
        var services = List.of(outage(stays.serviceA(), stays.serviceB()), outage(joins.serviceA()));
        var revised = json(put(number, "impacts", Map.of("impacts", services))
                .expectStatus()
                .isOk());
        assertThat(revised.path("sequence").asInt()).isEqualTo(1);
        var off = platform.told("cancelled", number, leaves).data();
        assertThat(off.path("state").asString()).isEqualTo("cancelled");
        assertThat(off.path("windows").findValuesAsString("state")).containsOnly("cancelled");
        assertThat(off.path("services").findValuesAsString("outcome")).containsExactly("CANCELLED", "CANCELLED");
        var on = platform.told("scheduled", number, joins).data();
        assertThat(on.path("services").findValuesAsString("serviceId")).containsExactly(joins.serviceA());
        assertThat(notices(stays, number)).containsExactly("SCHEDULED");
        assertThat(notices(leaves, number)).containsExactly("CANCELLED", "SCHEDULED");
        assertThat(notices(joins, number)).containsExactly("SCHEDULED");
        assertThat(state(leaves, number)).isEqualTo("cancelled");
        assertThat(json(api.get(leaves.noc(), "/api/v1/gcrs?state=cancelled"))
                        .path("items")
                        .findValuesAsString("gcrNumber"))
                .containsExactly(number);
        assertThat(state(stays, number)).isEqualTo("scheduled");

        clock.advance(Duration.ofDays(10));
        platform.act(number, "start").expectStatus().isOk();
        assertThat(notices(leaves, number)).hasSize(2);
        assertThat(notices(joins, number)).containsExactly("STARTED", "SCHEDULED");
        platform.told("started", number, stays);
    }

    @Test
    void the_same_services_again_are_no_news_and_a_worse_impact_is() {
        var tenant = platform.tenant();
        var number = platform.scheduled(tenant);
        var same = Map.of("impacts", List.of(outage(tenant.serviceA(), tenant.serviceB())));
        assertThat(json(put(number, "impacts", same).expectStatus().isOk())
                        .path("sequence")
                        .asInt())
                .isZero();
        var milder = new HashMap<>(outage(tenant.serviceA(), tenant.serviceB()));
        milder.put("impact", "DEGRADED");
        put(number, "impacts", Map.of("impacts", List.of(milder)))
                .expectStatus()
                .isOk();
        clock.advance(Duration.ofDays(5));
        assertThat(text(put(number, "impacts", same).expectStatus().isEqualTo(422), "code"))
                .isEqualTo("notice-too-short");
        assertThat(json(api.get(tenant.noc(), "/api/v1/gcrs/" + number + "/impacts"))
                        .path("items")
                        .findValuesAsString("impact"))
                .containsOnly("DEGRADED");
        put(number, "impacts", Map.of("impacts", List.of())).expectStatus().isEqualTo(422);
        put(number, "impacts", Map.of("impacts", List.of(outage("S-404"))))
                .expectStatus()
                .isEqualTo(422);
        assertThat(notices(tenant, number)).containsExactly("SCHEDULED", "SCHEDULED");
    }

    @Test
    void a_window_that_is_not_wanted_any_more_is_cancelled_and_its_number_stays() {
        var tenant = platform.tenant();
        var two = List.of(platform.window(Duration.ofDays(10)), platform.window(Duration.ofDays(11)));
        var number = text(
                api.post(CHANGE, "/api/v1/gcrs", platform.gcr(two, List.of(outage(tenant.serviceA())))), "gcrNumber");
        platform.act(number, "confirm").expectStatus().isOk();
        var second = new HashMap<>(platform.window(Duration.ofDays(12)));
        second.put("windowId", number + "-2");
        var revised = json(put(number, "windows", Map.of("windows", List.of(second)))
                .expectStatus()
                .isOk());
        assertThat(revised.path("windows").findValuesAsString("state")).containsExactly("cancelled", "scheduled");
        var told = platform.told("rescheduled", number, tenant).data();
        assertThat(told.path("services").findValuesAsString("outcome")).containsExactly("CANCELLED", "PENDING");
        put(
                        number,
                        "windows",
                        Map.of(
                                "windows",
                                List.of(Map.of(
                                        "windowId",
                                        number + "-9",
                                        "start",
                                        platform.inDays(12).toString(),
                                        "end",
                                        platform.inDays(13).toString(),
                                        "timeZone",
                                        "UTC"))))
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void each_service_has_an_end_of_its_own_and_each_enterprise_hears_of_its_own() {
        var done = platform.tenant();
        var later = platform.tenant();
        var never = platform.tenant();
        var number = platform.scheduled(done, later, never);
        clock.advance(Duration.ofDays(10));
        platform.act(number, "start").expectStatus().isOk();
        var exceptions = List.of(
                Map.of("serviceIds", List.of(later.serviceA()), "outcome", "ALTERNATE_WINDOW"),
                Map.of("serviceIds", List.of(never.serviceA(), never.serviceB()), "outcome", "NOT_COMPLETED"));
        var completed = json(platform.act(number, "complete", Map.of("exceptions", exceptions))
                .expectStatus()
                .isOk());
        assertThat(completed.path("state").asString()).isEqualTo("scheduled");
        assertThat(completed.path("windows").findValuesAsString("state")).containsExactly("completed", "scheduled");
        assertThat(platform.told("completed", number, done)
                        .data()
                        .path("services")
                        .findValuesAsString("outcome"))
                .containsExactly("COMPLETED", "COMPLETED");
        assertThat(platform.told("alternate-invoked", number, later)
                        .data()
                        .path("services")
                        .findValuesAsString("outcome"))
                .containsExactly("ALTERNATE_WINDOW", "COMPLETED", "PENDING");
        platform.told("not-completed", number, never);
        clock.advance(Duration.ofDays(1));
        platform.act(number, "start").expectStatus().isOk();
        platform.act(number, "complete").expectStatus().isOk();
        platform.told("completed", number, later);
        assertThat(notices(done, number)).containsExactly("COMPLETED", "STARTED", "SCHEDULED");
        assertThat(state(done, number)).isEqualTo("completed");
    }

    @Test
    void exceptions_that_make_no_sense_are_refused_and_change_nothing() {
        var tenant = platform.tenant();
        var number = platform.scheduled(tenant);
        clock.advance(Duration.ofDays(10));
        platform.act(number, "start").expectStatus().isOk();
        var unknown = List.of(Map.of("serviceIds", List.of(tenant.serviceA(), "S-404"), "outcome", "POSTPONED"));
        assertThat(json(platform.act(number, "complete", Map.of("exceptions", unknown))
                                .expectStatus()
                                .isEqualTo(422))
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/exceptions/0/serviceIds/1");
        var all = List.of(
                Map.of("serviceIds", List.of(tenant.serviceA(), tenant.serviceB()), "outcome", "NOT_COMPLETED"));
        assertThat(text(
                        platform.act(number, "complete", Map.of("exceptions", all))
                                .expectStatus()
                                .isEqualTo(422),
                        "code"))
                .isEqualTo("nothing-completed");
        platform.act(
                        number,
                        "complete",
                        Map.of(
                                "exceptions",
                                List.of(Map.of("serviceIds", List.of(tenant.serviceA()), "outcome", "COMPLETED"))))
                .expectStatus()
                .isEqualTo(422);
        assertThat(json(api.get(tenant.noc(), "/api/v1/gcrs/" + number + "/impacts"))
                        .path("items")
                        .findValuesAsString("outcome"))
                .containsOnly("PENDING");
    }

    @Test
    void work_does_not_begin_long_before_its_window() {
        var tenant = platform.tenant();
        var number = platform.scheduled(tenant);
        var refused = json(platform.act(number, "start").expectStatus().isEqualTo(409));
        assertThat(refused.path("code").asString()).isEqualTo("too-early-to-start");
        assertThat(refused.path("earliestStart").asString())
                .isEqualTo(platform.inDays(10).minus(Duration.ofHours(1)).toString());
        clock.advance(Duration.ofDays(10).minusHours(1));
        platform.act(number, "start").expectStatus().isOk();
    }

    @Test
    void what_nobody_began_is_put_off_by_the_clock_and_told_once() {
        var tenant = platform.tenant();
        var number = platform.scheduled(tenant);
        var proposed = platform.planned(tenant);
        platform.act(proposed, "propose").expectStatus().isOk();
        clock.advance(Duration.ofDays(10).plusHours(4));
        dueWork.runAll();
        dueWork.runAll();
        assertThat(notices(tenant, number)).containsOnlyOnce("POSTPONED");
        var put = platform.told("postponed", number, tenant);
        assertThat(put.data().path("state").asString()).isEqualTo("postponed");
        assertThat(put.data().at("/updates/0/text").asString()).contains("did not begin");
        assertThat(state(tenant, proposed)).isEqualTo("cancelled");
        platform.told("cancelled", proposed, tenant);
    }

    @Test
    void a_gcr_cancelled_after_its_first_night_reads_as_cancelled_everywhere() {
        var tenant = platform.tenant();
        var two = List.of(platform.window(Duration.ofDays(10)), platform.window(Duration.ofDays(11)));
        var number = text(
                api.post(CHANGE, "/api/v1/gcrs", platform.gcr(two, List.of(outage(tenant.serviceA())))), "gcrNumber");
        platform.act(number, "confirm").expectStatus().isOk();
        clock.advance(Duration.ofDays(10));
        platform.act(number, "start").expectStatus().isOk();
        platform.act(number, "complete").expectStatus().isOk();
        assertThat(text(platform.act(number, "cancel").expectStatus().isOk(), "state"))
                .isEqualTo("cancelled");
        assertThat(state(tenant, number)).isEqualTo("cancelled");
        var told = platform.told("cancelled", number, tenant).data();
        assertThat(told.path("state").asString()).isEqualTo("cancelled");
        assertThat(told.path("windows").findValuesAsString("state")).containsExactly("completed", "cancelled");
        assertThat(told.path("services").findValuesAsString("outcome")).containsExactly("COMPLETED", "CANCELLED");
        assertThat(notices(tenant, number)).containsExactly("CANCELLED", "COMPLETED", "STARTED", "SCHEDULED");
        assertThat(events.of(number)).isNotEmpty();
    }
}
