package io.controlcenter.repair.ticketing;

import static io.controlcenter.repair.RepairPlatform.json;
import static io.controlcenter.repair.RepairPlatform.report;
import static io.controlcenter.repair.RepairPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.TenantWalls;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import io.controlcenter.repair.RepairPlatform;
import io.controlcenter.repair.RepairServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who sees which tickets, and who can touch them. */
@RepairServiceTest
class TicketReachIT {

    @Autowired
    private RepairPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void a_technician_is_there() {
        platform.technician();
    }

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    @Test
    void the_list_shows_90_days_newest_first_and_filters() {
        var tenant = platform.tenant();
        var old = platform.opened(tenant);
        clock.advance(Duration.ofDays(91));
        var recent = platform.opened(tenant);
        assertThat(json(api.get(tenant.noc(), "/api/v1/tickets")).path("items").findValuesAsString("href"))
                .containsExactly(recent);
        assertThat(json(api.get(tenant.noc(), "/api/v1/tickets?openedAt.gte=2026-01-01T00:00:00Z"))
                        .path("items")
                        .findValuesAsString("href"))
                .containsExactly(recent, old);
        for (var none :
                List.of("state=closed", "priority=LOW", "serviceId=S-0", "kind=ACTIVATION", "origin=PROVIDER")) {
            assertThat(json(api.get(tenant.noc(), "/api/v1/tickets?" + none)
                                    .expectStatus()
                                    .isOk())
                            .path("items")
                            .size())
                    .isZero();
        }
        api.get(tenant.noc(), "/api/v1/tickets?state=broken").expectStatus().isBadRequest();
        api.get(tenant.noc(), "/api/v1/tickets?colour=red").expectStatus().isBadRequest();
    }

    @Test
    void the_work_queue_spans_enterprises_and_is_the_providers_alone() {
        var urgent = platform.opened(platform.tenant());
        var tenant = platform.tenant();
        var body = report(tenant.service());
        body.put("observedImpact", "NONE");
        var idle = text(platform.open(tenant.noc(), body), "href");
        var queue = json(api.get(
                RepairPlatform.TECH, "/api/v1/tickets/work-queue?technicianId=tech-of-all&limit=100&sort=-openedAt"));
        assertThat(queue.path("items").findValuesAsString("href")).contains(urgent, idle);
        var ranked = json(api.get(RepairPlatform.TECH, "/api/v1/tickets/work-queue?priority=CRITICAL,LOW&limit=100"))
                .path("items")
                .findValuesAsString("priority");
        assertThat(ranked).isSorted();
        var narrowed = json(api.get(tenant.tech(), "/api/v1/tickets/work-queue"));
        assertThat(narrowed.path("items").findValuesAsString("href")).containsExactly(idle);
        api.get(tenant.noc(), "/api/v1/tickets/work-queue").expectStatus().isForbidden();
    }

    @Test
    void nobody_sees_or_touches_a_ticket_out_of_reach() {
        var tenant = platform.tenant();
        var other = platform.tenant();
        var path = platform.inProgress(tenant);
        for (var stranger : List.of(other.noc(), tenant.noc().onlyAccounts(tenant.accountB()))) {
            api.get(stranger, path).expectStatus().isNotFound();
            api.get(stranger, path + "/timeline").expectStatus().isNotFound();
            for (var step : List.of("close", "cancel", "reopen", "escalations", "notes")) {
                api.post(
                                stranger,
                                path + "/" + step,
                                Map.of("reason", "x", "text", "x").entrySet().stream()
                                        .filter(entry -> step.equals("notes")
                                                == entry.getKey().equals("text"))
                                        .filter(entry -> !step.equals("close"))
                                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                        .expectStatus()
                        .isNotFound();
            }
            assertThat(json(api.get(stranger, "/api/v1/tickets")).path("items").size())
                    .isZero();
            platform.open(stranger, report(tenant.service())).expectStatus().isNotFound();
        }
        api.get(tenant.noc().onlyAccounts(tenant.accountB()), "/api/v1/tickets?accountId=" + tenant.accountA())
                .expectStatus()
                .isForbidden();
        api.get(other.noc(), "/api/v1/tickets?accountId=" + tenant.accountA())
                .expectStatus()
                .isNotFound();
        api.get(Tokens.customer(tenant.enterprise(), "BILLING_VIEW"), path)
                .expectStatus()
                .isForbidden();
        api.post(Tokens.customer(tenant.enterprise(), "REPAIR_VIEW"), path + "/cancel", Map.of())
                .expectStatus()
                .isForbidden();
        api.post(tenant.noc(), path + "/resolve", RepairPlatform.FIX)
                .expectStatus()
                .isForbidden();
        var walls = new TenantWalls(db, transaction);
        assertThat(walls.leaked(tenant.enterprise(), TenantScope.of(other.enterprise())))
                .isEmpty();
        assertThat(walls.touched(tenant.enterprise(), TenantScope.of(other.enterprise())))
                .isEmpty();
    }
}
