package io.controlcenter.identity.registration;

import static io.controlcenter.identity.IdentityPlatform.OPERATOR;
import static io.controlcenter.identity.IdentityPlatform.json;
import static io.controlcenter.identity.IdentityPlatform.name;
import static io.controlcenter.identity.IdentityPlatform.problem;
import static io.controlcenter.identity.IdentityPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.identity.Browser;
import io.controlcenter.identity.IdentityPlatform;
import io.controlcenter.identity.IdentityServiceTest;
import io.controlcenter.identity.InvoicedCustomers;
import io.controlcenter.identity.InvoicedCustomers.Customer;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import io.controlcenter.platform.work.DueWorkRunner;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody asks for access by themselves: proof, mail, decision, and nothing to be learnt by trying. */
@IdentityServiceTest
class RegistrationsIT {

    private static final AtomicInteger ADDRESS = new AtomicInteger(1);
    private static final Map<String, Object> MEMBERSHIP =
            Map.of("membership", Map.of("sections", List.of("BILLING"), "allAccounts", true));

    @Autowired
    private IdentityPlatform platform;

    @Autowired
    private InvoicedCustomers customers;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private TestClock clock;

    @Autowired
    private DueWorkRunner work;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void back_to_the_present() {
        clock.reset();
    }

    private static Map<String, Object> body(Customer customer, String email) {
        return new HashMap<>(Map.of(
                "segment", "ENTERPRISE",
                "accountId", customer.account(),
                "invoiceNumber", customer.invoice(),
                "email", email,
                "firstName", "Nell",
                "lastName", "Newcomer",
                "timeZone", "America/Denver"));
    }

    private RestTestClient.ResponseSpec register(Map<String, Object> body) {
        return register(body, "203.0.113." + ADDRESS.getAndIncrement());
    }

    private RestTestClient.ResponseSpec register(Map<String, Object> body, String address) {
        return api.anonymous()
                .post()
                .uri("/api/v1/registrations")
                .header("X-Forwarded-For", address)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private String link(String email) {
        work.runAll();
        return events.await(
                        event -> event.type().equals("identity.registration.submitted.v1")
                                && event.data().path("email").asString().equals(email),
                        "the link to " + email)
                .data()
                .path("verificationLink")
                .asString();
    }

    private String followed(String email) {
        var path = link(email).substring(Tokens.ISSUER.length());
        var browser = platform.browser();
        var page = browser.get(path);
        assertThat(page.body()).contains("Confirm your mail address", email);
        assertThat(browser.submit(page, "/account/registration", Map.of()).body())
                .contains("Your address is confirmed");
        return path;
    }

    private String pending(Customer customer, String email) {
        register(body(customer, email)).expectStatus().isAccepted();
        followed(email);
        return json(api.get(customer.tenant().admin(), "/api/v1/registrations?email=" + email))
                .at("/items/0/registrationId")
                .asString();
    }

    @Test
    void from_the_first_request_to_the_first_sign_in() {
        var customer = customers.customer(true);
        var admin = customer.tenant().admin();
        var boss = name("boss");
        var bossId = platform.member(customer.tenant(), boss, Map.of("admin", true));
        platform.accept(bossId);
        platform.signedIn(boss);
        var email = name("nell");
        var id = pending(customer, email);
        assertThat(text(
                        api.get(admin, "/api/v1/registrations/" + id)
                                .expectStatus()
                                .isOk(),
                        "state"))
                .isEqualTo("PENDING_APPROVAL");
        var told = events.await("identity.registration.pending-approval.v1", id);
        assertThat(told.enterpriseId()).isEqualTo(customer.tenant().enterprise());
        assertThat(told.data().at("/administrators/0/email").asString()).isEqualTo(boss);
        var approved = json(api.post(admin, "/api/v1/registrations/" + id + "/approve", MEMBERSHIP)
                .expectStatus()
                .isOk());
        assertThat(approved.path("state").asString()).isEqualTo("APPROVED");
        var userId = approved.at("/decision/userId").asString();
        assertThat(events.await("identity.registration.approved.v1", id)
                        .data()
                        .path("userId")
                        .asString())
                .isEqualTo(userId);
        platform.accept(userId);
        platform.signedIn(email);
        var user = json(api.get(admin, "/api/v1/users/" + userId));
        assertThat(user.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(user.path("timeZone").asString()).isEqualTo("America/Denver");
        assertThat(user.at("/memberships/0/permissions/0").asString()).isEqualTo("BILLING_VIEW");
        assertThat(problem(api.post(admin, "/api/v1/registrations/" + id + "/approve", MEMBERSHIP)))
                .isEqualTo("409 registration-not-pending-approval");
    }

    @Test
    void whatever_is_wrong_with_the_proof_the_answer_is_the_same_and_no_mail_goes_out() {
        var customer = customers.customer(true);
        var other = customers.customer(true);
        var good = register(body(customer, name("good")))
                .expectStatus()
                .isAccepted()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        var email = name("probe");
        var wrongs = List.of(
                Map.of("enterpriseId", "ENT-0"),
                Map.of("enterpriseId", other.tenant().enterprise()),
                Map.of("accountId", "A-0"),
                Map.of("accountId", other.account()),
                Map.of("invoiceNumber", "INV-2026-000000"),
                Map.of("invoiceNumber", other.invoice()),
                Map.of("segment", "NATIONAL_WHOLESALE"));
        for (var wrong : wrongs) {
            var body = body(customer, email);
            body.putAll(wrong);
            var answer = register(body)
                    .expectStatus()
                    .isAccepted()
                    .expectBody(String.class)
                    .returnResult();
            assertThat(answer.getResponseBody()).as(wrong.toString()).isEqualTo(good);
        }
        work.runAll();
        var marker = name("marker");
        register(body(customer, marker)).expectStatus().isAccepted();
        link(marker);
        assertThat(json(api.get(customer.tenant().admin(), "/api/v1/registrations?email=" + email))
                        .path("items")
                        .size())
                .isZero();
        assertThat(submittedTo(email)).isZero();
    }

    private long submittedTo(String email) {
        return io.controlcenter.platform.tenancy.TenantScope.call(
                io.controlcenter.platform.tenancy.TenantScope.ALL,
                () -> transaction.execute(
                        _ -> db.sql("select count(*) from registration where email = :email and mailed_at is not null")
                                .param("email", email)
                                .query(Long.class)
                                .single()));
    }

    @Test
    void an_enterprise_that_takes_none_says_so_to_those_alone_who_have_proven_something() {
        var customer = customers.customer(false);
        assertThat(problem(register(body(customer, name("a"))))).isEqualTo("403 self-registration-disabled");
        var unproven = body(customer, name("a"));
        unproven.put("invoiceNumber", "INV-2026-000000");
        register(unproven).expectStatus().isAccepted();
    }

    @Test
    void old_invoices_prove_nothing_and_are_forgotten() {
        var customer = customers.customer(true);
        var last = customers.issued(customer.account(), customer.tenant(), "2024-06-01");
        var old = customers.issued(customer.account(), customer.tenant(), "2024-05-31");
        var email = name("old");
        register(body(new Customer(customer.tenant(), customer.account(), old), email))
                .expectStatus()
                .isAccepted();
        work.runAll();
        assertThat(submittedTo(email)).isZero();
        assertThat(customers.known(old)).isFalse();
        assertThat(customers.known(last)).isTrue();
    }

    @Test
    void everything_wrong_with_a_request_is_said_at_once() {
        var customer = customers.customer(true);
        var body = body(customer, "no address");
        body.put("segment", "RETAIL");
        body.put("timeZone", null);
        body.put("shoeSize", 44);
        var refused = json(register(body).expectStatus().isEqualTo(422));
        assertThat(refused.path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/email", "/segment", "/timeZone", "/shoeSize");
        var zone = body(customer, name("a"));
        zone.put("timeZone", "America/Gotham");
        assertThat(problem(register(zone))).isEqualTo("422 invalidValue");
    }

    @Test
    void an_address_may_try_so_often_and_no_more() {
        var customer = customers.customer(true);
        var address = "198.51.100." + ADDRESS.getAndIncrement();
        for (int i = 0; i < 10; i++) {
            register(body(customer, name("try")), address).expectStatus().isAccepted();
        }
        var refused = register(body(customer, name("try")), address)
                .expectStatus()
                .isEqualTo(429)
                .returnResult(String.class);
        assertThat(Integer.parseInt(String.valueOf(refused.getResponseHeaders().getFirst("Retry-After"))))
                .isBetween(1, 361);
        register(body(customer, name("try"))).expectStatus().isAccepted();
    }

    @Test
    void a_mail_address_gets_three_mails_a_day_whoever_asks() {
        var customer = customers.customer(true);
        var email = name("victim");
        for (int i = 0; i < 5; i++) {
            register(body(customer, email)).expectStatus().isAccepted();
        }
        link(email);
        var marker = name("marker");
        register(body(customer, marker)).expectStatus().isAccepted();
        link(marker);
        var ids = json(api.get(customer.tenant().admin(), "/api/v1/registrations?email=" + email))
                .path("items")
                .findValuesAsString("registrationId");
        assertThat(ids).hasSize(5);
        assertThat(ids.stream().flatMap(id -> events.of(id).stream())).hasSize(3);
    }

    @Test
    void a_link_works_for_72_hours_and_only_with_its_button() {
        var customer = customers.customer(true);
        var email = name("slow");
        register(body(customer, email)).expectStatus().isAccepted();
        var path = link(email).substring(Tokens.ISSUER.length());
        clock.advance(Duration.ofHours(71));
        var browser = platform.browser();
        var page = browser.get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        var listed = "/api/v1/registrations?email=" + email;
        assertThat(json(api.get(customer.tenant().admin(), listed))
                        .at("/items/0/state")
                        .asString())
                .as("looking confirms nothing")
                .isEqualTo("PENDING_EMAIL");
        clock.advance(Duration.ofHours(1));
        assertThat(browser.submit(page, "/account/registration", Map.of()).statusCode())
                .isEqualTo(410);
        assertThat(browser.get(path).statusCode()).isEqualTo(410);
        assertThat(browser.get("/account/registration?token=guess").body()).contains("does not work any more");
        work.runAll();
        assertThat(json(api.get(customer.tenant().admin(), listed))
                        .at("/items/0/state")
                        .asString())
                .isEqualTo("EXPIRED");
    }

    @Test
    void an_administrator_decides_and_gives_a_reason() {
        var customer = customers.customer(true);
        var admin = customer.tenant().admin();
        var email = name("refused");
        var id = pending(customer, email);
        var path = "/api/v1/registrations/" + id;
        assertThat(problem(api.post(admin, path + "/reject", Map.of()))).isEqualTo("422 missingProperty");
        assertThat(problem(api.post(admin, path + "/approve", Map.of()))).isEqualTo("422 missingProperty");
        var other = platform.tenant().admin();
        api.get(other, path).expectStatus().isNotFound();
        api.post(other, path + "/approve", MEMBERSHIP).expectStatus().isNotFound();
        api.post(other, path + "/reject", Map.of("reason", "Mine"))
                .expectStatus()
                .isNotFound();
        assertThat(json(api.get(other, "/api/v1/registrations")).path("items").size())
                .isZero();
        assertThat(problem(api.get(Tokens.customer(customer.tenant().enterprise(), "BILLING_VIEW"), path)))
                .isEqualTo("403 accessDenied");
        var rejected = json(api.post(admin, path + "/reject", Map.of("reason", "Ask your branch manager first."))
                .expectStatus()
                .isOk());
        assertThat(rejected.path("state").asString()).isEqualTo("REJECTED");
        assertThat(events.await("identity.registration.rejected.v1", id)
                        .data()
                        .path("reason")
                        .asString())
                .isEqualTo("Ask your branch manager first.");
        assertThat(problem(api.post(admin, path + "/approve", MEMBERSHIP)))
                .isEqualTo("409 registration-not-pending-approval");
    }

    @Test
    void a_taken_user_name_is_replaced_by_the_administrator_and_rules_of_granting_hold() {
        var customer = customers.customer(true);
        var admin = customer.tenant().admin();
        var taken = name("taken");
        platform.member(customer.tenant(), taken, Map.of("admin", true));
        var id = pending(customer, taken);
        var path = "/api/v1/registrations/" + id + "/approve";
        assertThat(problem(api.post(admin, path, MEMBERSHIP))).isEqualTo("409 username-taken");
        var userAdmin = Tokens.customer(customer.tenant().enterprise(), "USER_ADMIN");
        assertThat(problem(api.post(userAdmin, path, Map.of("membership", Map.of("admin", true)))))
                .isEqualTo("403 administrator-required");
        var renamed = new HashMap<>(MEMBERSHIP);
        renamed.put("username", name("renamed"));
        assertThat(text(api.post(userAdmin, path, renamed).expectStatus().isOk(), "state"))
                .isEqualTo("APPROVED");
    }

    @Test
    void with_the_enterprise_ends_what_was_asked_of_it() {
        var customer = customers.customer(true);
        var email = name("late");
        var id = pending(customer, email);
        var into = platform.tenant();
        api.post(
                        OPERATOR,
                        "/api/v1/enterprises/" + customer.tenant().enterprise() + "/consolidate",
                        Map.of("intoEnterpriseId", into.enterprise()))
                .expectStatus()
                .isOk();
        events.await("identity.registration.rejected.v1", id);
    }

    private static Map<String, String> form(Customer customer, String email) {
        var form = new HashMap<String, String>();
        body(customer, email).forEach((field, value) -> form.put(field, value.toString()));
        return form;
    }

    private Browser visitor() {
        return platform.browser().from("203.0.113." + ADDRESS.getAndIncrement());
    }

    @Test
    void a_form_asks_for_the_same_as_the_api_and_answers_alike_whatever_came_of_it() {
        var customer = customers.customer(true);
        var browser = visitor();
        var page = browser.get("/account/register?segment=NATIONAL_WHOLESALE");
        assertThat(page.body())
                .containsPattern("value=\"NATIONAL_WHOLESALE\"\\s+checked")
                .contains("<option value=\"America/Chicago\" selected");
        var email = name("form");
        var sent = browser.submit(page, "/account/register", form(customer, email));
        assertThat(Browser.location(sent)).endsWith("/account/register/sent");
        assertThat(browser.get("/account/register/sent").body()).contains("a link is on its way to you");
        followed(email);
        var wrong = form(customer, name("form"));
        wrong.put("invoiceNumber", "INV-2026-000000");
        var unproven = browser.submit(page, "/account/register", wrong);
        assertThat(unproven.statusCode()).isEqualTo(sent.statusCode());
        assertThat(Browser.location(unproven)).isEqualTo(Browser.location(sent));
    }

    @Test
    void what_is_wrong_in_a_form_stands_at_its_field_and_what_was_typed_stays() {
        var browser = visitor();
        var page = browser.get("/account/register");
        var answer = browser.submit(
                page,
                "/account/register",
                Map.of(
                        "email", "no address",
                        "firstName", "<b>Nell</b>",
                        "phone", "by post",
                        "segment", "RETAIL",
                        "timeZone", "America/Gotham",
                        "accountId", "A-1\0"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"email-problem\">This is no e-mail address.")
                .contains("id=\"phone-problem\">This is no phone number.")
                .contains("id=\"segment-problem\">Please fill this in.")
                .contains("id=\"lastName-problem\">Please fill this in.")
                .contains("id=\"timeZone-problem\">This is no IANA time zone")
                .contains("value=\"&lt;b&gt;Nell&lt;/b&gt;\"")
                .doesNotContain("firstName-problem", "username-problem", "enterpriseId-problem", "accountId-problem");
    }

    @Test
    void a_form_is_taken_from_its_own_page_alone_and_so_often() {
        var customer = customers.customer(true);
        var browser = visitor();
        assertThat(browser.post("/account/register", form(customer, name("forged")))
                        .statusCode())
                .isEqualTo(403);
        var page = browser.get("/account/register");
        for (int i = 0; i < 10; i++) {
            assertThat(browser.submit(page, "/account/register", form(customer, name("try")))
                            .statusCode())
                    .isEqualTo(302);
        }
        var refused = browser.submit(page, "/account/register", form(customer, name("try")));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After")).isPresent();
        assertThat(refused.body()).contains("too many attempts");
    }

    @Test
    void a_form_says_that_an_enterprise_takes_none_to_those_who_have_proven_something() {
        var browser = visitor();
        var page = browser.get("/account/register");
        var answer = browser.submit(page, "/account/register", form(customers.customer(false), name("closed")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("takes no registrations", "role=\"alert\"");
    }

    @Test
    void a_poisonous_invoice_holds_nothing_up() {
        var customer = customers.customer(true);
        events.send(
                "billing.invoice.v1",
                "billing.invoice.issued.v1",
                "INV-BAD",
                customer.tenant().enterprise(),
                1,
                "{}");
        assertThat(customers.known(customers.issued(customer.account(), customer.tenant(), "2026-05-02")))
                .isTrue();
    }
}
