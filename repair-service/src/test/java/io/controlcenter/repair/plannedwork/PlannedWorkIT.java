package io.controlcenter.repair.plannedwork;

import static io.controlcenter.repair.RepairPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.repair.RepairPlatform;
import io.controlcenter.repair.RepairServiceTest;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A ticket names the maintenance that may be its cause. */
@RepairServiceTest
class PlannedWorkIT {

    @Autowired
    private RepairPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    private void gcr(
            RepairPlatform.Tenant tenant, String number, String what, String state, String start, long version) {
        events.send(
                "maintenance.gcr.v1",
                "maintenance.gcr." + what + ".v1",
                number,
                tenant.enterprise(),
                version,
                """
                {"gcrNumber":"%s","sequence":1,"title":"Fiber splicing","state":"%s",
                 "windows":[{"windowId":"w","start":"%s","end":"2026-06-03T17:00:00Z","state":"%s","overrun":false}],
                 "services":[{"serviceId":"%s","accountId":"%s","impact":"OUTAGE","windowId":"w"},
                             {"serviceId":"%s-2","accountId":"%s","impact":"OUTAGE","windowId":"none"}]}
                """.formatted(
                                number,
                                state,
                                start,
                                state,
                                tenant.service(),
                                tenant.accountA(),
                                tenant.service(),
                                tenant.accountA()));
    }

    @Test
    void what_cannot_be_read_or_is_older_changes_nothing() {
        platform.technician();
        var tenant = platform.tenant();
        var ticket = platform.opened(tenant);
        var number = "8" + tenant.enterprise().substring(4);
        events.send("maintenance.gcr.v1", "maintenance.gcr.scheduled.v1", number, tenant.enterprise(), 9, "not JSON");
        events.send("maintenance.gcr.v1", "maintenance.gcr.scheduled.v1", number, tenant.enterprise(), 9, "{}");
        gcr(tenant, number, "started", "inProgress", "2026-06-01T13:00:00Z", 5);
        await(tenant, ticket, List.of(number));
        gcr(tenant, number, "cancelled", "cancelled", "2026-06-01T13:00:00Z", 4);
        var other = "9" + number;
        gcr(tenant, other, "scheduled", "scheduled", "2026-06-01T14:00:00Z", 1);
        await(tenant, ticket, List.of(number, other));
    }

    private List<String> related(RepairPlatform.Tenant tenant, String ticket) {
        return json(api.get(tenant.noc(), ticket).expectStatus().isOk())
                .path("relatedMaintenance")
                .findValuesAsString("gcrNumber");
    }

    private void await(RepairPlatform.Tenant tenant, String ticket, List<String> numbers) {
        Awaitility.await(numbers.toString())
                .atMost(Duration.ofMinutes(1))
                .until(() -> related(tenant, ticket).equals(numbers));
    }

    @Test
    void a_ticket_names_the_maintenance_around_its_opening_to_its_own_enterprise_only() {
        platform.technician();
        var tenant = platform.tenant();
        var other = platform.tenant();
        var ticket = platform.opened(tenant);
        var elsewhere = platform.opened(other);
        var number = "9" + tenant.enterprise().substring(4);
        assertThat(related(tenant, ticket)).isEmpty();
        gcr(tenant, number, "scheduled", "scheduled", "2026-06-01T13:00:00Z", 3);
        await(tenant, ticket, List.of(number));
        var shown = json(api.get(tenant.noc(), ticket)).at("/relatedMaintenance/0");
        assertThat(shown.path("href").asString()).isEqualTo("/api/v1/gcrs/" + number);
        assertThat(shown.path("impact").asString()).isEqualTo("OUTAGE");
        assertThat(related(other, elsewhere)).isEmpty();
        gcr(tenant, number, "rescheduled", "scheduled", "2026-06-01T16:00:00Z", 4);
        Awaitility.await("the new start")
                .atMost(Duration.ofMinutes(1))
                .until(() -> json(api.get(tenant.noc(), ticket))
                        .at("/relatedMaintenance/0/start")
                        .asString()
                        .equals("2026-06-01T16:00:00Z"));
        gcr(tenant, number, "scheduled", "scheduled", "2026-06-01T13:00:00Z", 3);
        gcr(tenant, number, "started", "inProgress", "2026-06-01T14:59:00Z", 5);
        await(tenant, ticket, List.of(number));
        gcr(tenant, number, "postponed", "postponed", "2026-06-01T14:59:00Z", 6);
        await(tenant, ticket, List.of());
        gcr(tenant, number, "rescheduled", "scheduled", "2026-06-02T14:59:00Z", 7);
        await(tenant, ticket, List.of(number));
        gcr(tenant, number, "cancelled", "cancelled", "2026-06-02T14:59:00Z", 8);
        await(tenant, ticket, List.of());
    }
}
