package io.controlcenter.repair.ticketing;

import static io.controlcenter.repair.RepairPlatform.contact;
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
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a ticket refuses, and who may see and touch it. */
@RepairServiceTest
class TicketRulesIT {

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
        org.awaitility.Awaitility.await()
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
    void what_comes_too_early_or_too_late_is_refused() {
        var tenant = platform.tenant();
        var path = platform.inProgress(tenant);
        api.post(tenant.noc(), path + "/close")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("inProgress")
                .jsonPath("$.possible")
                .isArray();
        var noCause = json(platform.work(tenant, path, "resolve", Map.of("note", "Fixed."))
                .expectStatus()
                .isEqualTo(422));
        assertThat(noCause.path("errors").findValuesAsString("pointer")).containsExactly("/rootCause");
        platform.work(tenant, path, "resolve", Map.of())
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(2);
        platform.work(tenant, path, "resolve", RepairPlatform.FIX)
                .expectStatus()
                .isOk();
        api.post(tenant.noc(), path + "/close").expectStatus().isOk();
        for (var step : List.of("escalations", "reopen")) {
            api.post(tenant.noc(), path + "/" + step, Map.of("reason", "x"))
                    .expectStatus()
                    .isEqualTo(409);
        }
        api.post(tenant.noc(), path + "/notes", Map.of("text", "x"))
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void escalation_climbs_one_level_per_hour() {
        var tenant = platform.tenant();
        var path = platform.opened(tenant) + "/escalations";
        api.post(tenant.noc(), path, Map.of()).expectStatus().isEqualTo(422);
        api.post(tenant.noc(), path, Map.of("reason", "x", "level", 2))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.nextLevel")
                .isEqualTo(1);
        var first = json(api.post(tenant.noc(), path, Map.of("reason", "Production stands still.", "callBack", true))
                .expectStatus()
                .isOk());
        assertThat(first.at("/escalation/level").asInt()).isEqualTo(1);
        assertThat(first.at("/escalation/nextLevel").asInt()).isEqualTo(2);
        clock.advance(Duration.ofMinutes(20));
        api.post(tenant.noc(), path, Map.of("reason", "x"))
                .expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .valueEquals("Retry-After", "2400")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("escalation-too-soon");
        clock.advance(Duration.ofMinutes(40));
        api.post(tenant.noc(), path, Map.of("reason", "x")).expectStatus().isOk();
        api.post(Tokens.customer(tenant.enterprise(), "REPAIR_WRITE"), path, Map.of("reason", "x"))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void a_customer_changes_the_own_part_only() {
        var tenant = platform.tenant();
        var path = platform.opened(tenant);
        var tag = String.valueOf(api.get(tenant.noc(), path)
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag());
        var patched =
                json(patch(tenant, path, tag, Map.of("descriptionAppend", "Port 3 too.", "customerReference", "INC-78"))
                        .expectStatus()
                        .isOk());
        assertThat(patched.path("description").asString()).isEqualTo("No light on port 2.\n\nPort 3 too.");
        assertThat(patched.path("customerReference").asString()).isEqualTo("INC-78");
        patch(tenant, path, tag, Map.of("customerReference", "INC-79"))
                .expectStatus()
                .isEqualTo(412);
        for (var property : List.of("state", "priority", "serviceId", "description", "technician")) {
            patch(tenant, path, "*", Map.of(property, "x")).expectStatus().isEqualTo(422);
        }
        patch(tenant, path, "*", Map.of("authorisations", Map.of("dispatch", true)))
                .expectStatus()
                .isEqualTo(422);
        patch(tenant, path, "*", Map.of("contacts", List.of(contact("REPORTER"), contact("LOCAL"))))
                .expectStatus()
                .isOk();
        patch(tenant, path, "*", Map.of("contacts", List.of(contact("REPORTER"))))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.contacts.length()")
                .isEqualTo(1);
    }

    @Test
    void null_in_a_patch_takes_away_what_can_be_absent() {
        var tenant = platform.tenant();
        var body = report(tenant.service());
        body.put("issueStartedAt", "2026-06-01T14:00:00Z");
        body.put("authorisations", Map.of("intrusiveTesting", true));
        var path = text(platform.open(tenant.noc(), body), "href");
        var nulls = new java.util.HashMap<String, Object>();
        nulls.put("customerReference", null);
        var without = json(patch(tenant, path, "*", nulls).expectStatus().isOk());
        assertThat(without.has("customerReference")).isFalse();
        assertThat(without.path("issueStartedAt").asString()).isEqualTo("2026-06-01T14:00:00Z");
        nulls.put("issueStartedAt", null);
        nulls.put("authorisations", null);
        var bare = json(patch(tenant, path, "*", nulls).expectStatus().isOk());
        assertThat(bare.has("issueStartedAt")).isFalse();
        assertThat(bare.at("/authorisations/intrusiveTesting").asBoolean()).isFalse();
        nulls.put("contacts", null);
        nulls.put("descriptionAppend", null);
        var problem = json(patch(tenant, path, "*", nulls).expectStatus().isEqualTo(422));
        assertThat(problem.path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/contacts", "/descriptionAppend");
        var wrong = json(patch(
                        tenant,
                        path,
                        "*",
                        Map.of("contacts", List.of(), "customerReference", "x".repeat(65), "issueStartedAt", "soon"))
                .expectStatus()
                .isEqualTo(422));
        assertThat(wrong.path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/contacts", "/customerReference", "/issueStartedAt");
        patch(tenant, path, "*", Map.of("contacts", List.of(Map.of("role", "REPORTER", "name", "Ada"))))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/contacts/0/email");
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

    private org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec patch(
            RepairPlatform.Tenant tenant, String path, String tag, Map<String, ?> body) {
        return api.as(tenant.noc())
                .patch()
                .uri(path)
                .header("If-Match", tag)
                .body(body)
                .exchange();
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
                                        .collect(java.util.stream.Collectors.toMap(
                                                Map.Entry::getKey, Map.Entry::getValue)))
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
