package io.controlcenter.notification.paperless;

import static io.controlcenter.notification.NotificationPlatform.await;
import static io.controlcenter.notification.NotificationPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.notification.NotificationPlatform;
import io.controlcenter.notification.NotificationPlatform.Tenant;
import io.controlcenter.notification.NotificationServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import io.controlcenter.platform.work.DueWorkRunner;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Paper and paperless over HTTP, with the account's cycle. */
@NotificationServiceTest
class PaperlessIT {

    private static final String PATH = "/api/v1/delivery-preferences/";

    @Autowired
    private NotificationPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private TestClock clock;

    @Autowired
    private DueWorkRunner dueWork;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private static Tokens.Draft payer(Tenant tenant) {
        return tenant.member("payer", "BILLING_VIEW", "BILLING_REQUEST_WRITE");
    }

    private JsonNode preference(Tenant tenant, String account) {
        return json(api.get(payer(tenant), PATH + account).expectStatus().isOk());
    }

    private RestTestClient.ResponseSpec put(Tokens.Draft user, String account, Map<String, ?> body) {
        return api.as(user)
                .put()
                .uri(PATH + account)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static final Map<String, Object> AGREED = Map.of(
            "delivery",
            "PAPERLESS",
            "authorization",
            Map.of("name", "Ada Buyer", "text", "I agree to receive bills without paper."));

    @Test
    void a_new_account_is_paperless_and_goes_back_to_paper_with_its_next_cycle() {
        var tenant = platform.tenant();
        var account = tenant.accountA();
        assertThat(preference(tenant, account).path("state").asString()).isEqualTo("enrolled");
        var pending = json(put(payer(tenant), account, Map.of("delivery", "PAPER"))
                .expectStatus()
                .isOk());
        assertThat(pending.path("state").asString()).isEqualTo("unenrollmentPending");
        assertThat(pending.path("delivery").asString()).isEqualTo("PAPERLESS");
        assertThat(pending.path("effectiveOn").asString()).isEqualTo("2026-06-15");
        put(payer(tenant), account, AGREED).expectStatus().isEqualTo(409);
        clock.set(Instant.parse("2026-06-15T04:30:00Z"));
        dueWork.runAll();
        assertThat(preference(tenant, account).path("state").asString())
                .as("still the 14th in Chicago")
                .isEqualTo("unenrollmentPending");
        clock.set(Instant.parse("2026-06-15T05:30:00Z"));
        dueWork.runAll();
        assertThat(preference(tenant, account).path("state").asString()).isEqualTo("eligible");
        var changed = events.await(
                event -> event.key().equals(account)
                        && event.type().equals("notification.delivery-preference.changed.v1")
                        && event.data().path("state").asString().equals("eligible"),
                "eligible");
        assertThat(changed.data().path("delivery").asString()).isEqualTo("PAPER");
        assertThat(changed.enterpriseId()).isEqualTo(tenant.enterprise());
    }

    @Test
    void paper_goes_paperless_with_somebodys_word() {
        var tenant = platform.tenant();
        var account = tenant.accountB();
        platform.billing(tenant, account, "PAPER");
        await("preference", () -> platform.count("delivery_preference", "account_id", account) == 1);
        assertThat(preference(tenant, account).path("state").asString()).isEqualTo("eligible");
        put(payer(tenant), account, Map.of("delivery", "PAPERLESS"))
                .expectStatus()
                .isEqualTo(422);
        put(payer(tenant), account, Map.of("delivery", "PIGEON")).expectStatus().isEqualTo(422);
        var pending = json(put(payer(tenant), account, AGREED).expectStatus().isOk());
        assertThat(pending.path("state").asString()).isEqualTo("enrollmentPending");
        clock.set(Instant.parse("2026-07-01T15:00:00Z"));
        dueWork.runAll();
        assertThat(preference(tenant, account).path("state").asString()).isEqualTo("enrolled");
    }

    @Test
    void what_billing_says_is_followed_in_order_and_once() {
        var tenant = platform.tenant();
        var account = tenant.accountA();
        delivery(tenant, account, "PAPER", 5);
        await(
                "paper",
                () -> preference(tenant, account).path("state").asString().equals("eligible"));
        delivery(tenant, account, "PAPERLESS", 3);
        delivery(tenant, account, "PAPER", 6);
        await("heard", () -> platform.count("delivery_preference", "heard_version = 6 and account_id", account) == 1);
        assertThat(preference(tenant, account).path("state").asString()).isEqualTo("eligible");
    }

    @Test
    void a_summary_on_paper_is_a_form_of_paper() {
        var tenant = platform.tenant();
        var account = tenant.accountA();
        delivery(tenant, account, "INVOICE_SUMMARY", 5);
        await(
                "summary",
                () -> preference(tenant, account).path("delivery").asString().equals("INVOICE_SUMMARY"));
        var whole = json(put(payer(tenant), account, Map.of("delivery", "PAPER"))
                .expectStatus()
                .isOk());
        assertThat(whole.path("state").asString()).isEqualTo("eligible");
        assertThat(whole.path("delivery").asString()).isEqualTo("PAPER");
        var changed = events.await("notification.delivery-preference.changed.v1", account);
        assertThat(changed.data().path("delivery").asString()).isEqualTo("PAPER");
    }

    @Test
    void another_cycle_day_and_contact_are_followed_in_order() {
        var tenant = platform.tenant();
        var account = tenant.accountA();
        updated(tenant, account, 20, 3);
        updated(tenant, account, 25, 2);
        delivery(tenant, account, "PAPER", 4);
        await(
                "what came after both",
                () -> preference(tenant, account).path("state").asString().equals("eligible"));
        var pending = json(put(payer(tenant), account, AGREED).expectStatus().isOk());
        assertThat(pending.path("effectiveOn").asString()).isEqualTo("2026-06-20");
    }

    private void updated(Tenant tenant, String account, int cycleDay, long version) {
        events.send(
                "billing.account.v1",
                "billing.account.updated.v1",
                account,
                tenant.enterprise(),
                version,
                """
                {"accountId":"%s","enterpriseId":"%s","timeZone":"America/Chicago","billCycleDay":%d,
                 "billingContact":{"name":"Bill Payer","email":"%s"}}""".formatted(account, tenant.enterprise(), cycleDay, tenant.mail("payer")));
    }

    private void delivery(Tenant tenant, String account, String delivery, long version) {
        events.send(
                "billing.account.v1",
                "billing.account.delivery-changed.v1",
                account,
                tenant.enterprise(),
                version,
                "{\"accountId\":\"%s\",\"delivery\":\"%s\"}".formatted(account, delivery));
    }

    @Test
    void a_closed_account_takes_no_change() {
        var tenant = platform.tenant();
        var account = tenant.accountA();
        events.send(
                "identity.account.v1",
                "identity.account.removed.v1",
                account,
                tenant.enterprise(),
                2,
                "{\"accountId\":\"%s\",\"enterpriseId\":\"%s\"}".formatted(account, tenant.enterprise()));
        await(
                "closed",
                () -> platform.count("delivery_preference", "state = 'ineligible' and account_id", account) == 1);
        put(payer(tenant), account, Map.of("delivery", "PAPER")).expectStatus().isEqualTo(409);
    }

    @Test
    void nobody_else_sees_or_changes_it() {
        var tenant = platform.tenant();
        var other = platform.tenant();
        var account = tenant.accountA();
        await("preference", () -> platform.count("delivery_preference", "account_id", account) == 1);
        api.get(payer(other), PATH + account).expectStatus().isNotFound();
        api.get(payer(tenant).onlyAccounts(tenant.accountB()), PATH + account)
                .expectStatus()
                .isNotFound();
        put(tenant.member("viewer", "BILLING_VIEW"), account, AGREED)
                .expectStatus()
                .isForbidden();
        put(payer(other), account, AGREED).expectStatus().isNotFound();
    }
}
