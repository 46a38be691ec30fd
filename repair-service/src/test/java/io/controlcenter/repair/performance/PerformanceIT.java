package io.controlcenter.repair.performance;

import static io.controlcenter.repair.RepairPlatform.FIX;
import static io.controlcenter.repair.RepairPlatform.json;
import static io.controlcenter.repair.RepairPlatform.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import io.controlcenter.repair.RepairPlatform;
import io.controlcenter.repair.RepairServiceTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Performance by month, targets as data, and what comes first by law. */
@RepairServiceTest
class PerformanceIT {

    private static final Tokens.Draft OPERATIONS = Tokens.provider("OPERATIONS");

    @Autowired
    private RepairPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void a_technician_is_there() {
        platform.technician();
    }

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private void restoredAfter(RepairPlatform.Tenant tenant, Duration taken) {
        var path = platform.inProgress(tenant);
        clock.advance(taken);
        platform.work(tenant, path, "resolve", FIX).expectStatus().isOk();
        api.post(tenant.noc(), path + "/close").expectStatus().isOk();
    }

    @Test
    void a_month_shows_times_and_the_share_in_target_to_the_enterprise_and_the_provider() {
        var tenant = platform.tenant();
        restoredAfter(tenant, Duration.ofHours(1));
        restoredAfter(tenant, Duration.ofHours(3));
        restoredAfter(tenant, Duration.ofHours(5));
        var june = json(api.get(tenant.noc(), "/api/v1/repair-performance?month=2026-06")
                .expectStatus()
                .isOk());
        assertThat(june.at("/total/opened").asInt()).isEqualTo(3);
        assertThat(june.at("/total/timeToAssign").asString()).isEqualTo("PT0S");
        assertThat(june.at("/total/restored").asInt()).isEqualTo(3);
        assertThat(june.at("/total/timeToRestore").asString()).isEqualTo("PT3H");
        assertThat(june.at("/total/inTarget").asInt()).isEqualTo(2);
        assertThat(june.at("/total/inTargetPercent").asString()).isEqualTo("66.7");
        assertThat(june.at("/byPriority/0/priority").asString()).isEqualTo("CRITICAL");
        assertThat(june.at("/byEnterprise/0/enterpriseId").asString()).isEqualTo(tenant.enterprise());
        assertThat(june.path("byEnterprise").size()).isEqualTo(1);
        var may = json(api.get(tenant.noc(), "/api/v1/repair-performance?month=2026-05"));
        assertThat(may.at("/total/opened").asInt()).isZero();
        assertThat(may.at("/total").has("inTargetPercent")).isFalse();
        var provider = json(api.get(OPERATIONS, "/api/v1/repair-performance?month=2026-06"));
        assertThat(provider.path("byEnterprise").findValuesAsString("enterpriseId"))
                .contains(tenant.enterprise());
        var narrowed = json(api.get(tenant.noc().onlyAccounts(tenant.accountB()), "/api/v1/repair-performance"));
        assertThat(narrowed.at("/total/opened").asInt()).isZero();
        api.get(tenant.noc(), "/api/v1/repair-performance?month=06-2026")
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void a_target_is_data_of_a_priority_and_of_a_product_where_it_has_its_own() {
        var all = json(api.get(platform.tenant().noc(), "/api/v1/repair-performance/targets"))
                .path("items");
        assertThat(all.get(0).path("target").asString()).isEqualTo("PT4H");
        assertThat(all.get(0).path("calendar").asString()).isEqualTo("24x7");
        var operations = api.as(OPERATIONS);
        operations
                .put()
                .uri("/api/v1/repair-performance/targets")
                .body(Map.of("priority", "MEDIUM", "productCode", "EVPL-1G", "minutes", 90))
                .exchange()
                .expectStatus()
                .isOk();
        operations
                .put()
                .uri("/api/v1/repair-performance/targets")
                .body(Map.of("minutes", 0))
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        var tenant = platform.tenant();
        var path = platform.opened(tenant);
        var lowered = json(api.as(tenant.tech())
                .put()
                .uri(path + "/priority")
                .body(Map.of("priority", "MEDIUM", "note", "A spare line carries the load."))
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(lowered.at("/clock/target").asString()).isEqualTo("PT1H30M");
        assertThat(lowered.at("/clock/calendar").asString()).isEqualTo("24x7");
        for (int status : new int[] {204, 404}) {
            operations
                    .delete()
                    .uri("/api/v1/repair-performance/targets/MEDIUM/EVPL-1G")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(status);
        }
        api.as(tenant.noc())
                .put()
                .uri("/api/v1/repair-performance/targets")
                .body(Map.of("priority", "LOW", "minutes", 1))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void a_service_with_tsp_is_one_step_more_urgent() {
        var tenant = platform.tenant();
        var operations = api.as(OPERATIONS.on(tenant.enterprise()));
        var path = "/api/v1/tickets/tsp-services/" + tenant.service();
        operations
                .put()
                .uri(path)
                .body(Map.of("code", "urgent"))
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        operations
                .put()
                .uri(path)
                .body(Map.of("code", "TSP12345C-E1"))
                .exchange()
                .expectStatus()
                .isOk();
        var body = report(tenant.service());
        body.put("observedImpact", "DEGRADED");
        body.put("severity", "OUT_OF_SERVICE");
        var raised = json(platform.open(tenant.noc(), body).expectStatus().isCreated());
        assertThat(raised.path("priority").asString()).isEqualTo("CRITICAL");
        assertThat(raised.path("severity").asString()).isEqualTo("OUT_OF_SERVICE");
        operations.delete().uri(path).exchange().expectStatus().isNoContent();
        assertThat(json(platform.open(tenant.noc(), "/api/v1/tickets?allowDuplicate=true", body))
                        .path("priority")
                        .asString())
                .isEqualTo("HIGH");
        api.as(OPERATIONS.on(platform.tenant().enterprise()))
                .put()
                .uri(path)
                .body(Map.of("code", "TSP12345C-E1"))
                .exchange()
                .expectStatus()
                .isNotFound();
    }
}
