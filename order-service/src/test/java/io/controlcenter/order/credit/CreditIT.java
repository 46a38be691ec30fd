package io.controlcenter.order.credit;

import static io.controlcenter.order.OrderPlatform.json;
import static io.controlcenter.order.OrderPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.OrderPlatform;
import io.controlcenter.order.OrderServiceTest;
import io.controlcenter.order.domain.Money;
import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.FakeClamd;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import io.controlcenter.platform.work.DueWorkRunner;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;

/** A credit application over HTTP, and what an order learns of it. */
@OrderServiceTest
class CreditIT {

    private static final Tokens.Draft ANALYST = Tokens.provider("CREDIT_ANALYST");
    private static final String PATH = "/api/v1/credit-applications";

    @Autowired
    private OrderPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private TestClock clock;

    @Autowired
    private DueWorkRunner dueWork;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private CreditStanding credit;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private static Map<String, Object> application(OrderPlatform.Tenant tenant) {
        return new HashMap<>(Map.of(
                "accountId", tenant.accountA(),
                "legalEntity", "Acme Manufacturing Inc.",
                "taxId", "12-3456789",
                "requestedCredit", "50000.00",
                "contact", Map.of("name", "Ada Buyer", "email", "ada@acme.example")));
    }

    private String drafted(OrderPlatform.Tenant tenant) {
        return text(
                api.post(tenant.buyer(), PATH, application(tenant))
                        .expectStatus()
                        .isCreated(),
                "applicationNumber");
    }

    private String inReview(OrderPlatform.Tenant tenant) {
        var number = drafted(tenant);
        step(tenant.buyer(), number, "submit", Map.of()).expectStatus().isOk();
        step(ANALYST, number, "review", Map.of()).expectStatus().isOk();
        return number;
    }

    private ResponseSpec step(Tokens.Draft user, String number, String step, Map<String, ?> body) {
        return api.post(
                user, PATH + "/" + number + "/" + step, body, UUID.randomUUID().toString());
    }

    private CreditStanding.Standing standing(OrderPlatform.Tenant tenant, String monthly) {
        return TenantScope.call(
                TenantScope.of(tenant.enterprise()),
                () -> transaction.execute(_ ->
                        credit.of(tenant.enterprise(), tenant.accountA(), Money.of(new BigDecimal(monthly), "USD"))));
    }

    @Test
    void an_application_goes_from_draft_to_a_decision() {
        var tenant = platform.tenant();
        var number = inReview(tenant);
        step(ANALYST, number, "information-request", Map.of("text", "The last balance sheet, please"))
                .expectStatus()
                .isOk();
        var asked = json(api.get(tenant.buyer(), PATH + "/" + number));
        assertThat(asked.path("informationRequired").asString()).isEqualTo("The last balance sheet, please");
        step(tenant.buyer(), number, "information", Map.of("text", "It is attached"))
                .expectStatus()
                .isOk();
        var decided = json(step(
                        ANALYST,
                        number,
                        "decide",
                        Map.of(
                                "decision", "APPROVED_WITH_DEPOSIT",
                                "limit", "40000.00",
                                "depositRequired", "5000.00",
                                "terms", "Deposit within 30 days",
                                "score", 640))
                .expectStatus()
                .isOk());
        assertThat(decided.at("/decision/score").asInt()).isEqualTo(640);
        var seen =
                json(api.get(tenant.buyer(), PATH + "/" + number).expectStatus().isOk());
        assertThat(seen.path("state").asString()).isEqualTo("APPROVED_WITH_DEPOSIT");
        assertThat(seen.at("/decision/score").isMissingNode())
                .as("the score is not the customer's")
                .isTrue();
        assertThat(seen.at("/decision/by").isMissingNode()).isTrue();
        assertThat(seen.path("validUntil").asString()).isEqualTo("2027-06-01");
        assertThat(seen.path("history").findValuesAsString("to"))
                .containsExactly(
                        "DRAFT", "SUBMITTED", "IN_REVIEW", "INFO_REQUIRED", "IN_REVIEW", "APPROVED_WITH_DEPOSIT");
        var event = events.await("order.credit.decided.v1", number);
        assertThat(event.enterpriseId()).isEqualTo(tenant.enterprise());
        assertThat(event.data().at("/limit/amount").asString()).isEqualTo("40000.00");
        assertThat(event.data().at("/contact/email").asString()).isEqualTo("ada@acme.example");
    }

    @Test
    void only_a_credit_analyst_decides() {
        var tenant = platform.tenant();
        var number = inReview(tenant);
        var yes = Map.of("decision", "APPROVED", "limit", "40000.00");
        for (var user : java.util.List.of(
                tenant.buyer(),
                Tokens.provider("SALES").on(tenant.enterprise()),
                OrderPlatform.CCM.on(tenant.enterprise()),
                Tokens.customer(tenant.enterprise(), "CREDIT_ANALYST"))) {
            step(user, number, "decide", yes).expectStatus().isForbidden();
        }
        step(ANALYST.on(tenant.enterprise()), number, "decide", yes)
                .expectStatus()
                .isOk();
        step(ANALYST, number, "decide", yes).expectStatus().isEqualTo(409);
    }

    @Test
    void the_tax_number_is_masked_and_sealed_and_read_by_analysts_alone() {
        var tenant = platform.tenant();
        var number = drafted(tenant);
        var body = json(api.get(tenant.buyer(), PATH + "/" + number)).toString();
        assertThat(body).contains("•••••6789").doesNotContain("123456789", "12-3456789");
        var row = transaction(
                "select application_number || ' ' || tax_id_sealed || ' ' || tax_id_last_four from credit_application"
                        + " where application_number = '" + number + "'",
                tenant);
        assertThat(row).doesNotContain("123456789", "12-3456789").endsWith(" 6789");
        assertThat(transaction(
                        "select string_agg(coalesce(before::text, '') || coalesce(after::text, ''), '') from audit_entry"
                                + " where subject_id = '" + number + "'",
                        tenant))
                .contains("DRAFT")
                .doesNotContain("123456789", "12-3456789", "sealed");
        api.get(tenant.buyer(), PATH + "/" + number + "/tax-id").expectStatus().isForbidden();
        assertThat(text(api.get(ANALYST, PATH + "/" + number + "/tax-id"), "taxId"))
                .isEqualTo("123456789");
        assertThat(transaction(
                        "select count(*)::text from audit_entry where action = 'credit.tax-id-read' and subject_id = '"
                                + number + "'",
                        tenant))
                .isEqualTo("1");
    }

    private String transaction(String sql, OrderPlatform.Tenant tenant) {
        return TenantScope.call(
                TenantScope.of(tenant.enterprise()),
                () -> transaction.execute(_ -> db.sql(sql).query(String.class).single()));
    }

    @Test
    void a_draft_is_corrected_and_submitted_with_its_tax_number() {
        var tenant = platform.tenant();
        var body = application(tenant);
        body.remove("taxId");
        var number = text(api.post(tenant.buyer(), PATH, body).expectStatus().isCreated(), "applicationNumber");
        step(tenant.buyer(), number, "submit", Map.of()).expectStatus().isEqualTo(422);
        var patched = json(api.as(tenant.buyer())
                .patch()
                .uri(PATH + "/" + number)
                .header("If-Match", "\"0\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("taxId", "98 7654321", "requestedCredit", "60000.00"))
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(patched.path("taxId").asString()).isEqualTo("•••••4321");
        assertThat(patched.at("/requestedCredit/amount").asString()).isEqualTo("60000.00");
        api.as(tenant.buyer())
                .patch()
                .uri(PATH + "/" + number)
                .header("If-Match", "\"0\"")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("legalEntity", "Other"))
                .exchange()
                .expectStatus()
                .isEqualTo(412);
        step(tenant.buyer(), number, "submit", Map.of()).expectStatus().isOk();
        step(tenant.buyer(), number, "withdraw", Map.of()).expectStatus().isOk();
        step(tenant.buyer(), number, "withdraw", Map.of()).expectStatus().isEqualTo(409);
    }

    @Test
    void bad_input_is_refused_all_at_once() {
        var tenant = platform.tenant();
        var wrong = json(api.post(
                        tenant.buyer(),
                        PATH,
                        Map.of(
                                "accountId",
                                tenant.accountA(),
                                "legalEntity",
                                "",
                                "taxId",
                                "1",
                                "requestedCredit",
                                "0",
                                "contact",
                                Map.of("name", "x", "email", "nobody"),
                                "score",
                                5))
                .expectStatus()
                .isEqualTo(422));
        assertThat(wrong.path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/score", "/contact/email", "/legalEntity", "/requestedCredit", "/taxId");
        var number = inReview(tenant);
        var decision = json(step(ANALYST, number, "decide", Map.of("decision", "DECLINED", "limit", "5.00"))
                .expectStatus()
                .isEqualTo(422));
        assertThat(decision.path("errors").findValuesAsString("pointer")).containsExactly("/limit", "/terms");
        step(ANALYST, number, "decide", Map.of("decision", "MAYBE"))
                .expectStatus()
                .isEqualTo(422);
        step(ANALYST, number, "decide", Map.of("decision", "APPROVED_WITH_DEPOSIT", "limit", "5.00"))
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void another_tenant_sees_nothing_of_it() {
        var tenant = platform.tenant();
        var other = platform.tenant();
        var number = drafted(tenant);
        api.get(other.buyer(), PATH + "/" + number).expectStatus().isNotFound();
        step(other.buyer(), number, "submit", Map.of()).expectStatus().isNotFound();
        api.get(tenant.buyer().onlyAccounts(tenant.accountB()), PATH + "/" + number)
                .expectStatus()
                .isNotFound();
        api.post(other.buyer(), PATH, application(tenant)).expectStatus().isNotFound();
        assertThat(json(api.get(other.buyer(), PATH)).path("items").size()).isZero();
        assertThat(json(api.get(tenant.buyer(), PATH + "?state=DRAFT"))
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(json(api.get(ANALYST, PATH + "?accountId=" + tenant.accountA()))
                        .path("items")
                        .size())
                .as("analysts see all enterprises")
                .isEqualTo(1);
    }

    @Test
    void an_order_needs_credit_above_the_threshold_and_waits_for_it() {
        var tenant = platform.tenant();
        assertThat(standing(tenant, "25000.00")).isEqualTo(CreditStanding.Standing.NOT_NEEDED);
        assertThat(standing(tenant, "25000.01").allows()).isFalse();
        var number = inReview(tenant);
        assertThat(standing(tenant, "30000.00")).isEqualTo(new CreditStanding.Standing(true, false, false, number));
        step(ANALYST, number, "decide", Map.of("decision", "APPROVED", "limit", "30000.00"))
                .expectStatus()
                .isOk();
        assertThat(standing(tenant, "30000.00")).isEqualTo(new CreditStanding.Standing(true, true, false, number));
        assertThat(standing(tenant, "30000.01").allows()).as("above the limit").isFalse();
        clock.set(Instant.parse("2027-06-01T20:00:00Z"));
        dueWork.runAll();
        assertThat(standing(tenant, "30000.00").allows()).isTrue();
        clock.set(Instant.parse("2027-06-02T20:00:00Z"));
        assertThat(standing(tenant, "30000.00").allows()).isFalse();
        dueWork.runAll();
        assertThat(text(api.get(tenant.buyer(), PATH + "/" + number), "state")).isEqualTo("EXPIRED");
    }

    @Test
    void a_refusal_is_known_to_the_order() {
        var tenant = platform.tenant();
        var number = inReview(tenant);
        step(ANALYST, number, "decide", Map.of("decision", "DECLINED", "terms", "Too young a company"))
                .expectStatus()
                .isOk();
        assertThat(standing(tenant, "30000.00")).isEqualTo(new CreditStanding.Standing(true, false, true, number));
        var again = drafted(tenant);
        assertThat(standing(tenant, "30000.00")).isEqualTo(new CreditStanding.Standing(true, false, false, again));
    }

    @Test
    void the_policy_is_data_with_effective_dates() {
        var policy = Map.of(
                "effectiveFrom", "2033-01-01",
                "monthlyThreshold", "10000.00",
                "currency", "USD",
                "validityMonths", 6);
        api.post(platform.tenant().buyer(), "/api/v1/credit-policy", policy)
                .expectStatus()
                .isForbidden();
        api.post(ANALYST, "/api/v1/credit-policy", policy).expectStatus().isCreated();
        api.post(ANALYST, "/api/v1/credit-policy", policy).expectStatus().isEqualTo(409);
        var past = new HashMap<String, Object>(policy);
        past.put("effectiveFrom", "2026-05-01");
        api.post(ANALYST, "/api/v1/credit-policy", past).expectStatus().isEqualTo(422);
        assertThat(json(api.get(ANALYST, "/api/v1/credit-policy?on=2033-05-01"))
                        .at("/monthlyThreshold/amount")
                        .asString())
                .isEqualTo("10000.00");
        assertThat(json(api.get(ANALYST, "/api/v1/credit-policy"))
                        .at("/monthlyThreshold/amount")
                        .asString())
                .isEqualTo("25000.00");
        api.get(ANALYST, "/api/v1/credit-policy?on=2019-05-01").expectStatus().isNotFound();
    }

    private ResponseSpec upload(Tokens.Draft user, String number, String name, byte[] content) {
        return api.attach(user, PATH + "/" + number + "/documents", name, content);
    }

    @Test
    void documents_are_added_and_come_back_as_they_were() {
        var tenant = platform.tenant();
        var number = inReview(tenant);
        var pdf = "%PDF-1.7\nreally".getBytes(StandardCharsets.US_ASCII);
        var href = text(
                upload(tenant.buyer(), number, "w-9.pdf", pdf).expectStatus().isCreated(), "href");
        api.get(ANALYST, href)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PDF)
                .expectBody(byte[].class)
                .isEqualTo(pdf);
        assertThat(json(api.get(tenant.buyer(), PATH + "/" + number))
                        .at("/documents/0/name")
                        .asString())
                .isEqualTo("w-9.pdf");
        upload(tenant.buyer(), number, "w-9.png", pdf).expectStatus().isEqualTo(422);
        upload(tenant.buyer(), number, "../w-9.pdf", pdf).expectStatus().isBadRequest();
        var harmful = text(
                upload(tenant.buyer(), number, "w-9.txt", FakeClamd.HARMFUL.getBytes(StandardCharsets.US_ASCII))
                        .expectStatus()
                        .isCreated(),
                "href");
        api.get(ANALYST, harmful).expectStatus().isEqualTo(409);
        api.get(platform.tenant().buyer(), href).expectStatus().isNotFound();
        upload(platform.tenant().buyer(), number, "w-9.png", pdf).expectStatus().isNotFound();
        step(ANALYST, number, "decide", Map.of("decision", "APPROVED", "limit", "1.00"))
                .expectStatus()
                .isOk();
        upload(tenant.buyer(), number, "late.pdf", pdf).expectStatus().isEqualTo(409);
    }

    @Test
    void a_repeat_answers_the_same_and_a_dry_run_leaves_nothing() {
        var tenant = platform.tenant();
        var key = UUID.randomUUID().toString();
        var first = text(api.post(tenant.buyer(), PATH, application(tenant), key), "applicationNumber");
        var second = text(api.post(tenant.buyer(), PATH, application(tenant), key), "applicationNumber");
        assertThat(second).isEqualTo(first);
        api.post(tenant.buyer(), PATH + "?dryRun=true", application(tenant))
                .expectStatus()
                .isOk();
        assertThat(json(api.get(tenant.buyer(), PATH)).path("items").size()).isEqualTo(1);
    }
}
