package io.controlcenter.repair.ticketing;

import static io.controlcenter.repair.RepairPlatform.contact;
import static io.controlcenter.repair.RepairPlatform.json;
import static io.controlcenter.repair.RepairPlatform.report;
import static io.controlcenter.repair.RepairPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.repair.RepairPlatform;
import io.controlcenter.repair.RepairServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What it takes to open a ticket. */
@RepairServiceTest
class OpeningTicketsIT {

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

    @Test
    void everything_that_is_missing_is_said_at_once() {
        var tenant = platform.tenant();
        var problem = json(platform.open(tenant.noc(), Map.of("colour", "red"))
                .expectStatus()
                .isEqualTo(422));
        assertThat(problem.path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/colour", "/serviceId", "/description", "/observedImpact", "/contacts");
        var body = report(tenant.service());
        body.put("observedImpact", "TERRIBLE");
        platform.open(tenant.noc(), body).expectStatus().isEqualTo(422);
    }

    @Test
    void a_report_against_the_rules_is_refused_with_every_violation() {
        var tenant = platform.tenant();
        var body = report(tenant.service());
        body.put("kind", "CHRONIC");
        body.put("contacts", List.of(contact("OTHER")));
        body.put("issueStartedAt", clock.now().plusSeconds(60).toString());
        body.put("relatedTickets", List.of("T-1"));
        body.put(
                "authorisations",
                Map.of(
                        "dispatch",
                        true,
                        "intrusiveTestingWindow",
                        Map.of("start", "2026-06-02T10:00:00Z", "end", "2026-06-02T09:00:00Z")));
        var problem = json(platform.open(tenant.noc(), body).expectStatus().isEqualTo(422));
        assertThat(problem.path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(
                        "/contacts",
                        "/contacts",
                        "/issueStartedAt",
                        "/authorisations/intrusiveTestingWindow/end",
                        "/authorisations/intrusiveTestingWindow",
                        "/kind",
                        "/relatedTickets/0");
        assertThat(json(api.get(tenant.noc(), "/api/v1/tickets")).path("items").size())
                .isZero();
    }

    @Test
    void dispatch_needs_somebody_who_lets_people_in() {
        var tenant = platform.tenant();
        var body = report(tenant.service());
        body.put("authorisations", Map.of("dispatch", true, "intrusiveTesting", true));
        platform.open(tenant.noc(), body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/contacts");
        body.put("contacts", List.of(contact("REPORTER"), contact("LOCAL")));
        var opened = json(platform.open(tenant.noc(), body).expectStatus().isCreated());
        assertThat(opened.at("/authorisations/dispatch").asBoolean()).isTrue();
        assertThat(opened.path("contacts").size()).isEqualTo(2);
    }

    @Test
    void a_service_that_is_not_known_or_not_installed_takes_no_ticket() {
        var tenant = platform.tenant();
        platform.open(tenant.noc(), report("S-NONE")).expectStatus().isNotFound();
        platform.open(tenant.noc(), report(platform.tenant().service()))
                .expectStatus()
                .isNotFound();
        var order = "O-NEW-" + tenant.enterprise();
        platform.acknowledged(tenant, order, "S-NEW-" + tenant.enterprise(), "Carla Care", 3);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> platform.count(
                                "select count(*) from service_ref where enterprise_id = :id", tenant.enterprise())
                        == 2);
        platform.open(tenant.noc(), report("S-NEW-" + tenant.enterprise()))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("service-not-installed")
                .jsonPath("$.orderNumber")
                .isEqualTo(order)
                .jsonPath("$.customerCareManager.name")
                .isEqualTo("Carla Care")
                .jsonPath("$.customerCareManager.phone")
                .isEqualTo("+1 555 0100")
                .jsonPath("$.customerCareManager.email")
                .isEqualTo("ccm@provider.example");
    }

    @Test
    void a_second_ticket_on_the_same_service_is_a_duplicate_for_a_day() {
        var tenant = platform.tenant();
        var first = platform.opened(tenant);
        platform.open(tenant.noc(), report(tenant.service()))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("duplicate-ticket")
                .jsonPath("$.href")
                .isEqualTo(first);
        platform.open(tenant.noc(), "/api/v1/tickets?allowDuplicate=true", report(tenant.service()))
                .expectStatus()
                .isCreated();
        clock.advance(Duration.ofHours(25));
        platform.open(tenant.noc(), report(tenant.service())).expectStatus().isCreated();
    }

    @Test
    void opening_twice_with_one_key_opens_one_ticket_and_a_dry_run_none() {
        var tenant = platform.tenant();
        api.post(tenant.noc(), "/api/v1/tickets", report(tenant.service()))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("idempotency-key-required");
        var tried = json(platform.open(tenant.noc(), "/api/v1/tickets?dryRun=true", report(tenant.service()))
                .expectStatus()
                .isOk());
        assertThat(tried.at("/clock/target").asString()).isEqualTo("PT4H");
        assertThat(json(api.get(tenant.noc(), "/api/v1/tickets")).path("items").size())
                .isZero();
        var key = UUID.randomUUID().toString();
        var first = text(api.post(tenant.noc(), "/api/v1/tickets", report(tenant.service()), key), "ticketNumber");
        var again = text(api.post(tenant.noc(), "/api/v1/tickets", report(tenant.service()), key), "ticketNumber");
        assertThat(again).isEqualTo(first);
        assertThat(json(api.get(tenant.noc(), "/api/v1/tickets")).path("items").size())
                .isEqualTo(1);
    }

    @Test
    void a_customer_does_not_report_as_the_provider_and_staff_may_report_for_a_customer() {
        var tenant = platform.tenant();
        var body = report(tenant.service());
        body.put("origin", "PROVIDER");
        platform.open(tenant.noc(), body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/origin");
        body.put("origin", "CUSTOMER");
        body.put("kind", "CONFIGURATION");
        body.put("publicSafety", true);
        body.put("observedImpact", "NONE");
        body.put("accessHours", "Mon-Fri 08:00-17:00");
        var opened = json(platform.open(tenant.tech(), body).expectStatus().isCreated());
        assertThat(opened.path("origin").asString()).isEqualTo("CUSTOMER");
        assertThat(opened.path("priority").asString()).isEqualTo("MEDIUM");
        assertThat(opened.path("publicSafety").asBoolean()).isTrue();
        assertThat(opened.path("accessHours").asString()).isEqualTo("Mon-Fri 08:00-17:00");
        var pending = json(api.get(tenant.noc(), "/api/v1/tickets?displayStatus=Assigned&severity=AFFECTS_SERVICE"));
        assertThat(pending.path("items").size()).isEqualTo(1);
    }
}
