package io.controlcenter.identity.accountteam;

import static io.controlcenter.identity.IdentityPlatform.OPERATOR;
import static io.controlcenter.identity.IdentityPlatform.json;
import static io.controlcenter.identity.IdentityPlatform.problem;
import static io.controlcenter.identity.IdentityPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.identity.IdentityPlatform;
import io.controlcenter.identity.IdentityServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import io.controlcenter.platform.work.DueWorkRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Meetings that appear by themselves and those that people arrange, and their calendar. */
@IdentityServiceTest
class EngagementsIT {

    private static final Tokens.Draft SUCCESS = Tokens.provider("CUSTOMER_SUCCESS");

    @Autowired
    private IdentityPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private TestClock clock;

    @Autowired
    private DueWorkRunner work;

    @AfterEach
    void back_to_the_present() {
        clock.reset();
    }

    private static String path(IdentityPlatform.Tenant tenant) {
        return "/api/v1/enterprises/" + tenant.enterprise();
    }

    private List<JsonNode> meetings(IdentityPlatform.Tenant tenant, String kind) {
        return json(api.get(tenant.admin(), path(tenant) + "/engagements?kind=" + kind))
                .path("items")
                .valueStream()
                .toList();
    }

    private void await(IdentityPlatform.Tenant tenant, String kind, int number) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> meetings(tenant, kind).size() == number);
    }

    @Test
    void a_new_enterprise_is_met_within_days() {
        var tenant = platform.tenant();
        var meeting = meetings(tenant, "ONBOARDING").getFirst();
        assertThat(meeting.path("state").asString()).isEqualTo("SCHEDULED");
        assertThat(meeting.path("scheduledAt").asString()).isEqualTo("2026-06-08T15:00:00Z");
        assertThat(json(api.get(tenant.admin(), meeting.path("href").asString())))
                .isEqualTo(meeting);
        var told = events.await(
                "identity.engagement.scheduled.v1", meeting.path("engagementId").asString());
        assertThat(told.enterpriseId()).isEqualTo(tenant.enterprise());
        assertThat(told.data().path("contact").isNull())
                .as("there is no team yet")
                .isTrue();
    }

    private void issued(UUID id, IdentityPlatform.Tenant tenant, String account, boolean first) {
        events.send(
                id,
                "billing.invoice.v1",
                "billing.invoice.issued.v1",
                "INV-" + id,
                tenant.enterprise(),
                1,
                """
                {"invoiceNumber":"INV-%s","accountId":"%s","enterpriseId":"%s","billDate":"2026-07-01","firstInvoice":%s}""".formatted(id, account, tenant.enterprise(), first));
    }

    @Test
    void the_first_bill_of_an_account_is_reviewed_once() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var other = platform.account(tenant);
        var twice = UUID.randomUUID();
        issued(UUID.randomUUID(), tenant, other, false);
        issued(twice, tenant, account, true);
        issued(twice, tenant, account, true);
        issued(UUID.randomUUID(), tenant, account, true);
        await(tenant, "FIRST_BILL_REVIEW", 1);
        issued(UUID.randomUUID(), tenant, other, true);
        await(tenant, "FIRST_BILL_REVIEW", 2);
        var meeting = meetings(tenant, "FIRST_BILL_REVIEW").getFirst();
        assertThat(meeting.path("scheduledAt").asString()).isEqualTo("2026-07-06T15:00:00Z");
        var narrow = tenant.admin().onlyAccounts(other);
        assertThat(json(api.get(narrow, path(tenant) + "/engagements?kind=FIRST_BILL_REVIEW"))
                        .path("items")
                        .findValuesAsString("accountId"))
                .as("only of one's own accounts")
                .containsExactly(other);
    }

    private void accepted(IdentityPlatform.Tenant tenant, String account, String action) {
        var order = "O-" + ThreadLocalRandom.current().nextInt(200_000_000, 999_999_999);
        events.send("order.order.v1", "order.accepted.v1", order, tenant.enterprise(), 9, """
                {"orderNumber":"%s","accountId":"%s","acceptedAt":"2026-06-01T15:00:00Z","items":[{"action":"%s",
                 "serviceId":"S-%s","circuitId":null,"productCode":"E","productName":"Ethernet","site":null}]}""".formatted(
                        order, account, action, order));
    }

    @Test
    void what_was_activated_is_talked_over_once_for_orders_in_a_row() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        accepted(tenant, account, "DELETE");
        accepted(tenant, account, "ADD");
        await(tenant, "POST_ACTIVATION", 1);
        accepted(tenant, account, "ADD");
        issued(UUID.randomUUID(), tenant, account, true);
        var meeting = meetings(tenant, "POST_ACTIVATION").getFirst();
        clock.set(Instant.parse("2026-06-08T16:00:00Z"));
        api.post(SUCCESS, meeting.path("href").asString() + "/hold", Map.of("summary", "All is well."))
                .expectStatus()
                .isOk();
        assertThat(meetings(tenant, "POST_ACTIVATION")).hasSize(1);
        accepted(tenant, account, "MODIFY");
        await(tenant, "POST_ACTIVATION", 2);
    }

    @Test
    void every_quarter_has_its_review_scheduled_a_month_before() {
        var tenant = platform.tenant();
        clock.set(Instant.parse("2026-08-01T15:00:00Z"));
        work.runAll();
        assertThat(meetings(tenant, "QUARTERLY_REVIEW").stream()
                        .map(m -> m.path("occasion").asString()))
                .doesNotContain("2026-Q4");
        clock.set(Instant.parse("2026-09-01T15:00:00Z"));
        work.runAll();
        work.runAll();
        var fourth = meetings(tenant, "QUARTERLY_REVIEW").stream()
                .filter(meeting -> meeting.path("occasion").asString().equals("2026-Q4"))
                .toList();
        assertThat(fourth).hasSize(1);
        assertThat(fourth.getFirst().path("scheduledAt").asString())
                .as("the 10th is a Saturday")
                .isEqualTo("2026-10-12T15:00:00Z");
    }

    @Test
    void roles_are_words_that_operations_choose() {
        var tenant = platform.tenant();
        var path = "/api/v1/account-team-roles";
        assertThat(json(api.get(tenant.admin(), path)).path("items").findValuesAsString("code"))
                .contains("CUSTOMER_SUCCESS", "SALES", "SALES_ENGINEER", "CCM", "SERVICE_MANAGER");
        var role = Map.of("name", "Field director", "responsibility", "Sends people where they are needed.");
        platform.put(OPERATOR, path + "/FIELD_DIRECTOR", role).expectStatus().is2xxSuccessful();
        platform.put(OPERATOR, path + "/FIELD_DIRECTOR", role).expectStatus().isOk();
        assertThat(problem(platform.put(OPERATOR, path + "/field director", role)))
                .isEqualTo("422 invalidValue");
        assertThat(problem(platform.put(tenant.admin(), path + "/FIELD_DIRECTOR", role)))
                .isEqualTo("403 accessDenied");
        var member =
                Map.of("role", "FIELD_DIRECTOR", "name", "Fay Field", "email", "fay@provider.example", "primary", true);
        assertThat(json(api.post(OPERATOR, path(tenant) + "/account-team", member))
                        .at("/members/0/roleName")
                        .asString())
                .isEqualTo("Field director");
    }

    private String arranged(IdentityPlatform.Tenant tenant) {
        return text(
                api.post(
                                SUCCESS,
                                path(tenant) + "/engagements",
                                Map.of(
                                        "kind",
                                        "QUARTERLY_REVIEW",
                                        "scheduledAt",
                                        "2026-06-20T15:00:00Z",
                                        "note",
                                        "Bring plans"))
                        .expectStatus()
                        .isCreated(),
                "href");
    }

    @Test
    void a_meeting_is_moved_held_and_called_off() {
        var tenant = platform.tenant();
        var path = arranged(tenant);
        assertThat(problem(api.post(SUCCESS, path + "/hold", Map.of("summary", "x"))))
                .isEqualTo("409 engagement-in-future");
        assertThat(problem(api.post(SUCCESS, path + "/reschedule", Map.of("scheduledAt", "2026-05-01T15:00:00Z"))))
                .isEqualTo("422 invalidValue");
        var moved = json(api.post(tenant.admin(), path + "/reschedule", Map.of("scheduledAt", "2026-06-22T15:00:00Z"))
                .expectStatus()
                .isOk());
        assertThat(moved.path("scheduledAt").asString()).isEqualTo("2026-06-22T15:00:00Z");
        var id = moved.path("engagementId").asString();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> events.of(id).size() == 2);
        clock.set(Instant.parse("2026-06-22T17:00:00Z"));
        assertThat(text(api.post(SUCCESS, path + "/hold", Map.of("summary", "Good talk")), "state"))
                .isEqualTo("HELD");
        assertThat(problem(api.post(SUCCESS, path + "/cancel", Map.of("reason", "Late"))))
                .isEqualTo("409 engagement-not-scheduled");
        clock.reset();
        var other = arranged(tenant);
        assertThat(problem(api.post(SUCCESS, other + "/cancel", Map.of()))).isEqualTo("422 missingProperty");
        assertThat(text(api.post(tenant.admin(), other + "/cancel", Map.of("reason", "Ill")), "outcome"))
                .isEqualTo("Ill");
        events.await("identity.engagement.cancelled.v1", other.substring(other.lastIndexOf('/') + 1));
    }

    @Test
    void what_is_wrong_with_an_arrangement_is_said_and_other_enterprises_see_nothing() {
        var tenant = platform.tenant();
        var path = path(tenant) + "/engagements";
        assertThat(problem(api.post(SUCCESS, path, Map.of("kind", "PARTY")))).isEqualTo("422 invalidValue");
        assertThat(problem(
                        api.post(SUCCESS, path, Map.of("kind", "ONBOARDING", "scheduledAt", "2026-05-01T15:00:00Z"))))
                .isEqualTo("422 invalidValue");
        assertThat(problem(api.post(
                        SUCCESS,
                        path,
                        Map.of("kind", "ONBOARDING", "scheduledAt", "2026-07-01T15:00:00Z", "accountId", "A-0"))))
                .isEqualTo("422 referenceNotFound");
        assertThat(problem(api.post(tenant.admin(), path, Map.of()))).isEqualTo("403 accessDenied");
        var meeting = arranged(tenant);
        var stranger = platform.tenant().admin();
        api.get(stranger, path).expectStatus().isNotFound();
        api.get(stranger, path + ".ics").expectStatus().isNotFound();
        api.get(stranger, meeting).expectStatus().isNotFound();
        api.get(stranger, meeting + ".ics").expectStatus().isNotFound();
        api.post(stranger, meeting + "/cancel", Map.of("reason", "Mine"))
                .expectStatus()
                .isNotFound();
        api.post(stranger, meeting + "/reschedule", Map.of("scheduledAt", "2026-07-01T15:00:00Z"))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void meetings_are_a_calendar_that_moves_what_was_moved() {
        var tenant = platform.tenant();
        api.post(
                        OPERATOR,
                        path(tenant) + "/account-team",
                        Map.of(
                                "role",
                                "CUSTOMER_SUCCESS",
                                "name",
                                "Sam Success",
                                "email",
                                "sam@provider.example",
                                "primary",
                                true))
                .expectStatus()
                .isCreated();
        var href = arranged(tenant);
        api.post(SUCCESS, href + "/reschedule", Map.of("scheduledAt", "2026-06-22T15:00:00Z"))
                .expectStatus()
                .isOk();
        var one = calendar(tenant, href + ".ics");
        assertThat(one)
                .contains(
                        "BEGIN:VCALENDAR",
                        "UID:" + href.substring(href.lastIndexOf('/') + 1) + "@control-center.example",
                        "DTSTART:20260622T150000Z",
                        "DTEND:20260622T160000Z",
                        "SUMMARY:Quarterly success review",
                        "SEQUENCE:1",
                        "STATUS:CONFIRMED",
                        "DESCRIPTION:Bring plans",
                        "ORGANIZER:mailto:sam@provider.example");
        var all = calendar(tenant, path(tenant) + "/engagements.ics");
        assertThat(all.split("BEGIN:VEVENT", -1)).hasSize(3);
        assertThat(all).contains("SUMMARY:Onboarding");
    }

    private String calendar(IdentityPlatform.Tenant tenant, String path) {
        var answer = api.get(tenant.admin(), path)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult();
        assertThat(String.valueOf(answer.getResponseHeaders().getContentType())).startsWith("text/calendar");
        return String.valueOf(answer.getResponseBody());
    }
}
