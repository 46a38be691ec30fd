package io.controlcenter.repair.chronic;

import static io.controlcenter.repair.RepairPlatform.FIX;
import static io.controlcenter.repair.RepairPlatform.json;
import static io.controlcenter.repair.RepairPlatform.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.EventContracts;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.work.DueWorkRunner;
import io.controlcenter.repair.RepairPlatform;
import io.controlcenter.repair.RepairServiceTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Three tickets in 45 days on a circuit, or on several circuits of a site, are chronic trouble. */
@RepairServiceTest
class ChronicIT {

    @Autowired
    private RepairPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private TestClock clock;

    @Autowired
    private DueWorkRunner dueWork;

    @BeforeEach
    void a_technician_is_there() {
        platform.technician();
    }

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private String closed(RepairPlatform.Tenant tenant, String service, Map<String, Object> fix) {
        var path = json(platform.open(tenant.noc(), report(service))
                        .expectStatus()
                        .isCreated())
                .path("href")
                .asString();
        platform.work(tenant, path, "start", Map.of()).expectStatus().isOk();
        platform.work(tenant, path, "resolve", fix).expectStatus().isOk();
        api.post(tenant.noc(), path + "/close").expectStatus().isOk();
        dueWork.runAll();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private JsonNode chronicTickets(RepairPlatform.Tenant tenant) {
        return json(api.get(tenant.noc(), "/api/v1/tickets?kind=CHRONIC&openedAt.gte=2026-01-01T00:00:00Z"))
                .path("items");
    }

    @Test
    void the_third_ticket_on_a_circuit_flags_them_and_opens_a_chronic_one() {
        var tenant = platform.tenant();
        var first = closed(tenant, tenant.service(), FIX);
        clock.advance(Duration.ofDays(20));
        closed(tenant, tenant.service(), FIX);
        assertThat(chronicTickets(tenant).size()).isZero();
        clock.advance(Duration.ofDays(20));
        var third = closed(tenant, tenant.service(), FIX);
        var chronic = chronicTickets(tenant).path(0);
        assertThat(chronic.path("description").asString()).contains(first, third);
        assertThat(chronic.path("chronic").asBoolean()).isTrue();
        assertThat(chronic.path("technician").asString()).isNotEmpty();
        var flagged = json(api.get(tenant.noc(), "/api/v1/tickets/" + first));
        assertThat(flagged.path("chronic").asBoolean()).isTrue();
        var told = events.await(
                event -> event.type().equals("repair.chronic.detected.v1")
                        && tenant.enterprise().equals(event.enterpriseId()),
                "chronic trouble of " + tenant.enterprise());
        assertThat(told.data().path("scope").asString()).isEqualTo("CIRCUIT");
        assertThat(told.data().path("ticketNumbers").size()).isEqualTo(3);
        clock.advance(Duration.ofDays(2));
        closed(tenant, tenant.service(), FIX);
        assertThat(chronicTickets(tenant).size()).as("found once").isEqualTo(1);
    }

    @Test
    void what_is_too_old_nobodys_fault_or_cancelled_does_not_count() {
        var tenant = platform.tenant();
        closed(tenant, tenant.service(), FIX);
        clock.advance(Duration.ofDays(46));
        closed(tenant, tenant.service(), FIX);
        for (var cause :
                new String[][] {{"NO_ACCESS", "PROVIDER"}, {"OTHER", "CUSTOMER"}, {"PLANNED_WORK", "PROVIDER"}}) {
            clock.advance(Duration.ofDays(1));
            closed(
                    tenant,
                    tenant.service(),
                    Map.of("note", "Done.", "rootCause", Map.of("code", cause[0], "party", cause[1])));
        }
        clock.advance(Duration.ofDays(1));
        var cancelled = platform.inProgress(tenant);
        api.post(tenant.noc(), cancelled + "/cancel", Map.of()).expectStatus().isOk();
        platform.work(tenant, cancelled, "cancellation-confirmation", Map.of())
                .expectStatus()
                .isOk();
        closed(tenant, tenant.service(), FIX);
        assertThat(chronicTickets(tenant).size()).isZero();
        clock.advance(Duration.ofDays(1));
        closed(tenant, tenant.service(), FIX);
        assertThat(chronicTickets(tenant).size()).isEqualTo(1);
    }

    @Test
    void trouble_on_several_circuits_of_a_site_is_chronic_too() {
        var tenant = platform.tenant();
        var second = platform.another(tenant, "-B");
        closed(tenant, tenant.service(), FIX);
        clock.advance(Duration.ofDays(2));
        closed(tenant, second, FIX);
        clock.advance(Duration.ofDays(2));
        closed(tenant, second, FIX);
        var told = events.await(
                event -> event.type().equals("repair.chronic.detected.v1")
                        && tenant.enterprise().equals(event.enterpriseId()),
                "chronic trouble of " + tenant.enterprise());
        assertThat(told.data().path("scope").asString()).isEqualTo("SITE");
        assertThat(told.data().path("site").asString()).isEqualTo("Chicago office");
        assertThat(chronicTickets(tenant).path(0).path("description").asString())
                .contains("the site Chicago office");
    }

    @Test
    void its_event_has_its_schema_and_example() {
        EventContracts.assertPublished("repair.chronic.detected.v1", DetectingChronicTrouble.Detected.class);
    }
}
