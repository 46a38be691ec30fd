package io.controlcenter.maintenance.changes;

import static io.controlcenter.maintenance.MaintenancePlatform.CHANGE;
import static io.controlcenter.maintenance.MaintenancePlatform.json;
import static io.controlcenter.maintenance.MaintenancePlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.maintenance.MaintenancePlatform;
import io.controlcenter.maintenance.MaintenanceServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.work.DueWorkRunner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A GCR's life over HTTP, with two enterprises that share it. */
@MaintenanceServiceTest
class MaintenanceJourneyIT {

    @Autowired
    private MaintenancePlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @Autowired
    private DueWorkRunner dueWork;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    @Test
    void nobody_sees_a_plan_and_those_who_are_hit_see_it_once_it_is_confirmed() {
        var hit = platform.tenant();
        var spared = platform.tenant();
        var number = platform.planned(hit);
        var path = "/api/v1/gcrs/" + number;
        api.get(hit.noc(), path).expectStatus().isNotFound();
        assertThat(json(api.get(hit.noc(), "/api/v1/gcrs")).path("items").size())
                .isZero();
        assertThat(text(api.get(CHANGE, path), "state")).isEqualTo("planned");
        var confirmed = json(platform.act(number, "confirm").expectStatus().isOk());
        assertThat(confirmed.path("state").asString()).isEqualTo("scheduled");
        assertThat(confirmed.path("sequence").asInt()).isZero();
        assertThat(confirmed.path("leadTimeHours").asInt()).isEqualTo(240);

        var seen = json(api.get(hit.noc(), path).expectStatus().isOk());
        assertThat(seen.at("/windows/0/windowId").asString()).isEqualTo(number + "-1");
        assertThat(seen.at("/windows/0/siteStart").asString()).endsWith("-05:00");
        assertThat(json(api.get(hit.noc(), "/api/v1/gcrs"))
                        .at("/items/0/services")
                        .asInt())
                .isEqualTo(2);
        api.get(hit.noc(), "/api/v1/gcrs/GCR" + number).expectStatus().isOk();
        api.get(spared.noc(), path).expectStatus().isNotFound();

        var event = platform.told("scheduled", number, hit);
        assertThat(event.data().path("services").findValuesAsString("serviceId"))
                .containsExactly(hit.serviceA(), hit.serviceB());
        assertThat(event.data().path("sequence").asInt()).isZero();
    }

    @Test
    void a_gcr_goes_from_proposal_to_its_end_and_every_step_is_told() {
        var tenant = platform.tenant();
        var number = platform.planned(tenant);
        platform.act(number, "propose").expectStatus().isOk();
        platform.told("tentative", number, tenant);
        platform.act(number, "confirm").expectStatus().isOk();
        var later = new java.util.HashMap<>(platform.window(Duration.ofDays(12)));
        later.put("windowId", number + "-1");
        platform.act(number, "reschedule", Map.of("windows", List.of(later), "reason", "permit"))
                .expectStatus()
                .isEqualTo(200);
        platform.told("rescheduled", number, tenant);
        platform.act(number, "postpone", Map.of("reason", "vendor issue"))
                .expectStatus()
                .isOk();
        var postponed = platform.told("postponed", number, tenant);
        assertThat(postponed.data().at("/services/0/outcome").asString()).isEqualTo("POSTPONED");
        assertThat(postponed.data().at("/updates/0/text").asString())
                .isEqualTo("This maintenance is postponed: vendor issue. Updated notifications will be sent.");
        platform.act(number, "reschedule", Map.of("windows", List.of(later)))
                .expectStatus()
                .isOk();
        clock.advance(Duration.ofDays(12));
        platform.act(number, "start").expectStatus().isOk();
        platform.told("started", number, tenant);
        var done = json(platform.act(number, "complete").expectStatus().isOk());
        assertThat(done.path("state").asString()).isEqualTo("completed");
        assertThat(done.path("sequence").asInt()).isEqualTo(6);
        var completed = platform.told("completed", number, tenant);
        assertThat(completed.data().path("services").findValuesAsString("outcome"))
                .containsOnly("COMPLETED");
        assertThat(completed.data().at("/windows/1/state").asString()).isEqualTo("cancelled");
        assertThat(json(api.get(tenant.noc(), "/api/v1/gcrs/" + number + "/notices"))
                        .path("items")
                        .findValuesAsString("kind"))
                .containsExactly(
                        "COMPLETED", "STARTED", "RESCHEDULED", "POSTPONED", "RESCHEDULED", "SCHEDULED", "TENTATIVE");
        platform.act(number, "cancel").expectStatus().isEqualTo(409);
    }

    @Test
    void a_cancelled_gcr_still_lists_its_services() {
        var tenant = platform.tenant();
        var number = platform.scheduled(tenant);
        platform.act(number, "cancel", Map.of("reason", "not needed"))
                .expectStatus()
                .isOk();
        var event = platform.told("cancelled", number, tenant);
        assertThat(event.data().path("services").size()).isEqualTo(2);
        assertThat(event.data().path("services").findValuesAsString("outcome")).containsOnly("CANCELLED");
    }

    @Test
    void work_that_is_not_done_moves_to_the_alternate_window() {
        var tenant = platform.tenant();
        var number = platform.scheduled(tenant);
        clock.advance(Duration.ofDays(10));
        platform.act(number, "start").expectStatus().isOk();
        var invoked = json(platform.act(number, "invoke-alternate", Map.of("reason", "the splice does not hold"))
                .expectStatus()
                .isOk());
        assertThat(invoked.path("state").asString()).isEqualTo("scheduled");
        assertThat(invoked.path("windows").findValuesAsString("state"))
                .containsExactly("alternateInvoked", "scheduled");
        var event = platform.told("alternate-invoked", number, tenant);
        assertThat(event.data().path("services").findValuesAsString("outcome"))
                .containsExactly("ALTERNATE_WINDOW", "ALTERNATE_WINDOW", "PENDING", "PENDING");
        clock.advance(Duration.ofDays(1));
        platform.act(number, "start").expectStatus().isOk();
        platform.act(number, "not-complete", Map.of("reason", "rain"))
                .expectStatus()
                .isOk();
        platform.told("not-completed", number, tenant);
        platform.act(number, "reschedule", Map.of("windows", List.of(platform.window(Duration.ofDays(9)))))
                .expectStatus()
                .isOk();
        assertThat(json(api.get(tenant.noc(), "/api/v1/gcrs/" + number + "/impacts?window=3"))
                        .path("items")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void the_clock_extends_a_window_that_overruns_once() {
        var tenant = platform.tenant();
        var number = platform.scheduled(tenant);
        clock.advance(Duration.ofDays(10));
        platform.act(number, "start").expectStatus().isOk();
        dueWork.runAll();
        assertThat(json(api.get(tenant.noc(), "/api/v1/gcrs/" + number))
                        .path("overrun")
                        .asBoolean())
                .isFalse();
        clock.advance(Duration.ofHours(4));
        dueWork.runAll();
        dueWork.runAll();
        var extended = platform.told("extended", number, tenant);
        assertThat(extended.data().at("/windows/0/overrun").asBoolean()).isTrue();
        assertThat(json(api.get(tenant.noc(), "/api/v1/gcrs/" + number + "/notices?kind=EXTENDED"))
                        .path("items")
                        .size())
                .isEqualTo(1);
        platform.act(number, "complete").expectStatus().isOk();
    }

    @Test
    void customers_are_reminded_twice_and_not_of_what_was_cancelled() {
        var tenant = platform.tenant();
        var number = platform.scheduled(tenant);
        var cancelled = platform.scheduled(tenant);
        clock.advance(Duration.ofDays(7));
        platform.act(cancelled, "cancel").expectStatus().isOk();
        dueWork.runAll();
        dueWork.runAll();
        platform.told("reminder-due", number, tenant);
        assertThat(reminders(tenant, number)).isEqualTo(1);
        clock.advance(Duration.ofDays(2));
        dueWork.runAll();
        assertThat(reminders(tenant, number)).isEqualTo(2);
        clock.advance(Duration.ofDays(1));
        dueWork.runAll();
        assertThat(reminders(tenant, number)).isEqualTo(2);
        assertThat(reminders(tenant, cancelled)).isZero();
    }

    private int reminders(MaintenancePlatform.Tenant tenant, String number) {
        return json(api.get(tenant.noc(), "/api/v1/gcrs/" + number + "/notices?kind=REMINDER"))
                .path("items")
                .size();
    }
}
