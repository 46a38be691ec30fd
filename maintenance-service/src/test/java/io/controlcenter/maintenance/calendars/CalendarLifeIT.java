package io.controlcenter.maintenance.calendars;

import static io.controlcenter.maintenance.MaintenancePlatform.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.maintenance.MaintenancePlatform;
import io.controlcenter.maintenance.MaintenancePlatform.Tenant;
import io.controlcenter.maintenance.MaintenanceServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.TestClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The calendar of a GCR through its whole life, read by an independent parser. */
@MaintenanceServiceTest
class CalendarLifeIT {

    @Autowired
    private MaintenancePlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private MaintNote note(Tenant tenant, String number) {
        return MaintNote.read(body(api.get(tenant.noc(), "/api/v1/gcrs/" + number + ".ics")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith("text/calendar")));
    }

    private void act(String number, String action) {
        platform.act(number, action).expectStatus().isOk();
    }

    @Test
    void each_step_is_the_same_event_with_a_higher_sequence() {
        var tenant = platform.tenant();
        var number = platform.planned(tenant);
        act(number, "propose");
        var proposed = note(tenant, number);
        assertThat(proposed.statuses()).containsExactly("TENTATIVE", "TENTATIVE");
        assertThat(proposed.sequences()).containsOnly(0);
        var first = proposed.window(number + "-1");
        assertThat(first.getUid().getValue())
                .isEqualTo("%s-1@control-center.example/%s".formatted(number, tenant.enterprise()));
        assertThat(first.getSummary().getValue())
                .isEqualTo("Scheduled Maintenance Window #: %s-1 - Fiber splicing".formatted(number));
        assertThat(MaintNote.all(first, "ACCOUNT")).containsExactly(tenant.enterprise());
        assertThat(MaintNote.all(first, "MAINTENANCE-ID")).containsExactly(number);
        assertThat(MaintNote.all(first, "OBJECT-ID"))
                .containsExactly("CIR-" + tenant.serviceA(), "CIR-" + tenant.serviceB());
        assertThat(MaintNote.all(first, "IMPACT")).containsExactly("OUTAGE");
        assertThat(first.getLocation().getValue()).isEqualTo("Chicago, IL, US");

        act(number, "confirm");
        assertThat(note(tenant, number).statuses()).containsExactly("CONFIRMED", "TENTATIVE");
        var later = new HashMap<>(platform.window(Duration.ofDays(10).plusHours(5)));
        later.put("windowId", number + "-1");
        platform.act(number, "reschedule", Map.of("windows", List.of(later)))
                .expectStatus()
                .isOk();
        var moved = note(tenant, number);
        assertThat(moved.sequences()).containsOnly(2);
        assertThat(MaintNote.start(moved.window(number + "-1")).toString()).isEqualTo(later.get("start"));
        clock.advance(Duration.ofDays(10).plusHours(5));
        act(number, "start");
        assertThat(note(tenant, number).statuses()).containsExactly("IN-PROCESS", "TENTATIVE");
        act(number, "invoke-alternate");
        assertThat(note(tenant, number).statuses()).containsExactly("CANCELLED", "CONFIRMED");
        clock.advance(Duration.ofHours(19));
        act(number, "start");
        act(number, "complete");
        var done = note(tenant, number);
        assertThat(done.statuses()).containsExactly("CANCELLED", "COMPLETED");
        assertThat(done.sequences()).containsOnly(6);
        assertThat(done.uids()).isEqualTo(proposed.uids());
        assertThat(MaintNote.all(done.window(number + "-2"), "OBJECT-ID")).hasSize(2);
    }

    @Test
    void what_is_put_off_or_called_off_or_not_done_says_so_and_lists_its_circuits() {
        var tenant = platform.tenant();
        var number = platform.scheduled(tenant);
        act(number, "postpone");
        assertThat(note(tenant, number).statuses()).containsExactly("TENTATIVE", "TENTATIVE");
        act(number, "cancel");
        assertThat(note(tenant, number).statuses()).containsExactly("CANCELLED", "CANCELLED");
        var failed = platform.scheduled(tenant);
        clock.advance(Duration.ofDays(10));
        act(failed, "start");
        act(failed, "not-complete");
        assertThat(note(tenant, failed).statuses()).containsExactly("CANCELLED", "CANCELLED");
    }

    @Test
    void whoever_has_no_work_left_for_the_alternate_night_sees_it_cancelled() {
        var later = platform.tenant();
        var done = platform.tenant();
        var number = platform.scheduled(later, done);
        clock.advance(Duration.ofDays(10));
        act(number, "start");
        var left = List.of(Map.of("serviceIds", List.of(later.serviceA()), "outcome", "ALTERNATE_WINDOW"));
        platform.act(number, "complete", Map.of("exceptions", left))
                .expectStatus()
                .isOk();
        assertThat(note(done, number).statuses()).containsExactly("COMPLETED", "CANCELLED");
        var alternate = note(later, number);
        assertThat(alternate.statuses()).containsExactly("COMPLETED", "CONFIRMED");
        var second = alternate.window(number + "-2");
        assertThat(MaintNote.all(second, "OBJECT-ID")).containsExactly("CIR-" + later.serviceA());
        assertThat(MaintNote.all(second, "ACCOUNT")).containsExactly(later.accountA());
    }

    @Test
    void who_asks_again_gets_it_only_when_it_changed() {
        var tenant = platform.tenant();
        var number = platform.scheduled(tenant);
        var path = "/api/v1/gcrs/" + number + ".ics";
        var tag = api.get(tenant.noc(), path)
                .expectHeader()
                .valueMatches("Cache-Control", "max-age=300, must-revalidate, private")
                .expectBody(String.class)
                .returnResult()
                .getResponseHeaders()
                .getETag();
        var again = api.as(tenant.noc()).get().uri(path).header("If-None-Match", String.valueOf(tag));
        again.exchange().expectStatus().isNotModified();
        act(number, "postpone");
        api.as(tenant.noc())
                .get()
                .uri(path)
                .header("If-None-Match", String.valueOf(tag))
                .exchange()
                .expectStatus()
                .isOk();
    }
}
