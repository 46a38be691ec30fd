package io.controlcenter.maintenance.changes;

import static io.controlcenter.maintenance.MaintenancePlatform.CHANGE;
import static io.controlcenter.maintenance.MaintenancePlatform.json;
import static io.controlcenter.maintenance.MaintenancePlatform.outage;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.maintenance.MaintenancePlatform;
import io.controlcenter.maintenance.MaintenancePlatform.Tenant;
import io.controlcenter.maintenance.MaintenanceServiceTest;
import io.controlcenter.maintenance.changes.domain.GcrState;
import io.controlcenter.maintenance.changes.domain.Trigger;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.TestClock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Every transition of domain b.4 over HTTP, from every state: what is allowed leads on, the rest is 409 and says what is. */
@MaintenanceServiceTest
class TransitionsIT {

    /** What each allowed transition leads to. */
    private static final Map<GcrState, Map<Trigger, GcrState>> TABLE = Map.of(
            GcrState.PLANNED,
            Map.of(
                    Trigger.EDIT, GcrState.PLANNED,
                    Trigger.PROPOSE, GcrState.TENTATIVE,
                    Trigger.CONFIRM, GcrState.SCHEDULED),
            GcrState.TENTATIVE,
            Map.of(
                    Trigger.EDIT, GcrState.TENTATIVE,
                    Trigger.CONFIRM, GcrState.SCHEDULED,
                    Trigger.CANCEL, GcrState.CANCELLED),
            GcrState.SCHEDULED,
            Map.of(
                    Trigger.EDIT, GcrState.SCHEDULED,
                    Trigger.RESCHEDULE, GcrState.SCHEDULED,
                    Trigger.POSTPONE, GcrState.POSTPONED,
                    Trigger.CANCEL, GcrState.CANCELLED,
                    Trigger.START, GcrState.IN_PROGRESS),
            GcrState.POSTPONED,
            Map.of(
                    Trigger.EDIT, GcrState.SCHEDULED,
                    Trigger.RESCHEDULE, GcrState.SCHEDULED,
                    Trigger.CANCEL, GcrState.CANCELLED),
            GcrState.IN_PROGRESS,
            Map.of(
                    Trigger.COMPLETE, GcrState.COMPLETED,
                    Trigger.NOT_COMPLETE, GcrState.NOT_COMPLETED,
                    Trigger.INVOKE_ALTERNATE, GcrState.SCHEDULED),
            GcrState.NOT_COMPLETED,
            Map.of(Trigger.RESCHEDULE, GcrState.SCHEDULED),
            GcrState.COMPLETED,
            Map.of(),
            GcrState.CANCELLED,
            Map.of());

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

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ALTERNATE_INVOKED")
    void a_gcr_goes_where_the_table_says_and_nowhere_else(GcrState state) {
        var tenant = platform.tenant();
        var allowed = TABLE.get(state);
        var refusing = in(state, tenant);
        var before = json(api.get(CHANGE, "/api/v1/gcrs/" + refusing));
        assertThat(before.path("state").asString()).isEqualTo(state.wire());
        for (var trigger : EnumSet.complementOf(copy(allowed.keySet()))) {
            var refused = json(ask(refusing, trigger).expectStatus().isEqualTo(409));
            assertThat(refused.path("code").asString()).as(trigger.wire()).isEqualTo("gcr-not-in-this-state");
            assertThat(refused.path("allowed").valueStream().map(one -> one.asString()))
                    .containsExactlyInAnyOrderElementsOf(
                            allowed.keySet().stream().map(Trigger::wire).toList());
        }
        assertThat(json(api.get(CHANGE, "/api/v1/gcrs/" + refusing))).isEqualTo(before);
        allowed.forEach((trigger, to) -> {
            clock.reset();
            var done = json(ask(in(state, tenant), trigger).expectStatus().isOk());
            assertThat(done.path("state").asString()).as(trigger.wire()).isEqualTo(to.wire());
            assertThat(done.path("sequence").asInt(-1))
                    .as("sequence after " + trigger.wire())
                    .isEqualTo(state == GcrState.PLANNED && trigger == Trigger.EDIT ? -1 : steps(state));
        });
    }

    private static EnumSet<Trigger> copy(java.util.Set<Trigger> triggers) {
        return triggers.isEmpty() ? EnumSet.noneOf(Trigger.class) : EnumSet.copyOf(triggers);
    }

    /** How many notices it took to get there. */
    private static int steps(GcrState state) {
        return switch (state) {
            case PLANNED -> 0;
            case TENTATIVE, SCHEDULED -> 1;
            case POSTPONED, IN_PROGRESS, CANCELLED -> 2;
            default -> 3;
        };
    }

    private String in(GcrState state, Tenant tenant) {
        var number = platform.planned(tenant);
        switch (state) {
            case PLANNED -> {}
            case TENTATIVE -> go(number, "propose");
            case SCHEDULED -> go(number, "confirm");
            case POSTPONED -> go(number, "confirm", "postpone");
            case CANCELLED -> go(number, "confirm", "cancel");
            case IN_PROGRESS, COMPLETED, NOT_COMPLETED, ALTERNATE_INVOKED -> {
                go(number, "confirm");
                clock.advance(Duration.ofDays(10));
                go(number, "start");
                if (state == GcrState.COMPLETED) {
                    go(number, "complete");
                } else if (state == GcrState.NOT_COMPLETED) {
                    go(number, "not-complete");
                }
            }
        }
        return number;
    }

    private void go(String number, String... actions) {
        for (var action : actions) {
            platform.act(number, action).expectStatus().isOk();
        }
    }

    private RestTestClient.ResponseSpec ask(String number, Trigger trigger) {
        var window = new HashMap<>(platform.window(Duration.ofDays(20)));
        window.put("windowId", number + "-1");
        return switch (trigger) {
            case EDIT -> put(number, "windows", Map.of("windows", List.of(window)));
            case RESCHEDULE -> {
                var moved = json(api.get(CHANGE, "/api/v1/gcrs/" + number)).at("/windows/0/state");
                if (!List.of("scheduled", "postponed").contains(moved.asString())) {
                    window.remove("windowId");
                }
                yield platform.act(number, "reschedule", Map.of("windows", List.of(window)));
            }
            case START -> {
                clock.advance(Duration.ofDays(10));
                yield platform.act(number, "start");
            }
            default -> platform.act(number, trigger.wire());
        };
    }

    private RestTestClient.ResponseSpec put(String number, String what, Map<String, ?> body) {
        return api.as(CHANGE)
                .put()
                .uri("/api/v1/gcrs/" + number + "/" + what)
                .body(body)
                .exchange();
    }

    @ParameterizedTest
    @EnumSource(
            value = GcrState.class,
            names = {"IN_PROGRESS", "COMPLETED", "NOT_COMPLETED", "CANCELLED"})
    void the_services_of_what_began_or_is_over_do_not_change(GcrState state) {
        var tenant = platform.tenant();
        var number = in(state, tenant);
        var refused = put(number, "impacts", Map.of("impacts", List.of(outage(tenant.serviceA()))));
        assertThat(json(refused.expectStatus().isEqualTo(409)).path("state").asString())
                .isEqualTo(state.wire());
    }
}
