package io.controlcenter.notification.settings;

import static io.controlcenter.notification.NotificationPlatform.await;
import static io.controlcenter.notification.NotificationPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.notification.MailServer;
import io.controlcenter.notification.NotificationPlatform;
import io.controlcenter.notification.NotificationPlatform.Tenant;
import io.controlcenter.notification.NotificationServiceTest;
import io.controlcenter.notification.Told;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Settings over HTTP, and that they decide who is told. */
@NotificationServiceTest
class SettingsIT {

    private static final String PATH = "/api/v1/notification-settings";

    @Autowired
    private NotificationPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    private Tokens.Draft self(Tenant tenant) {
        return tenant.member(tenant.user("ada"), "NOTIFY_SELF", "REPAIR_VIEW");
    }

    private Tokens.Draft admin(Tenant tenant) {
        return tenant.member(tenant.user("admin"), "NOTIFY_ADMIN");
    }

    private Tenant tenantWithAda() {
        var tenant = platform.tenant();
        platform.member(tenant, "ada", List.of("REPAIR_VIEW", "MAINT_VIEW"));
        return tenant;
    }

    private static Map<String, Object> setting(String category, Object... more) {
        var body = new HashMap<String, Object>(Map.of("category", category, "channels", List.of("EMAIL")));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }

    private RestTestClient.ResponseSpec patch(Tokens.Draft user, String path, Map<String, ?> body, String tag) {
        var request = api.as(user).patch().uri(path).contentType(MediaType.APPLICATION_JSON);
        if (!tag.isEmpty()) {
            request.header("If-Match", tag);
        }
        return request.body(body).exchange();
    }

    @Test
    void ones_own_setting_is_made_changed_and_deleted() {
        var tenant = tenantWithAda();
        var made = json(api.post(
                        self(tenant),
                        PATH,
                        setting(
                                "REPAIR",
                                "types",
                                List.of("TICKET_CREATED"),
                                "scope",
                                Map.of("accountIds", List.of(tenant.accountA())),
                                "timeZone",
                                "America/Denver"))
                .expectStatus()
                .isCreated());
        assertThat(made.path("ownerUserId").asString()).isEqualTo(tenant.user("ada"));
        assertThat(made.path("enabled").asBoolean()).isTrue();
        var path = made.path("href").asString();
        api.get(self(tenant), path).expectStatus().isOk().expectHeader().valueEquals("ETag", "\"1\"");
        var off = json(patch(self(tenant), path, Map.of("enabled", false, "types", List.of()), "\"1\"")
                .expectStatus()
                .isOk());
        assertThat(off.path("enabled").asBoolean()).isFalse();
        assertThat(off.path("types")).isEmpty();
        patch(self(tenant), path, Map.of("enabled", true), "\"1\"")
                .expectStatus()
                .isEqualTo(412);
        assertThat(json(api.get(self(tenant), PATH + "?enabled=false"))
                        .path("items")
                        .size())
                .isEqualTo(1);
        api.as(self(tenant)).delete().uri(path).exchange().expectStatus().isNoContent();
        api.get(self(tenant), path).expectStatus().isNotFound();
        events.await("notification.setup.completed.v1", tenant.user("ada"));
    }

    @Test
    void saying_not_now_completes_the_setup_once() {
        var tenant = platform.tenant();
        var user = tenant.member(tenant.user("ben"));
        var first =
                json(api.post(user, PATH + "/setup-dismissal").expectStatus().isOk());
        assertThat(first.path("dismissed").asBoolean()).isTrue();
        api.post(user, PATH + "/setup-dismissal").expectStatus().isOk();
        events.await("notification.setup.completed.v1", tenant.user("ben"));
        assertThat(events.of(tenant.user("ben"))).hasSize(1);
    }

    @Test
    void what_is_wrong_is_said_with_its_place() {
        var tenant = tenantWithAda();
        refused(tenant, setting("REPAIR", "types", List.of("BILL_READY")), "/types");
        refused(tenant, setting("ACCESS"), "/category");
        refused(tenant, setting("REPAIR", "types", List.of("NO_SUCH")), "/types/0");
        refused(tenant, setting("REPAIR", "channels", List.of("SMS")), "/channels/0");
        refused(tenant, setting("REPAIR", "channels", List.of()), "/channels");
        refused(tenant, setting("REPAIR", "timeZone", "Mars/Olympus"), "/timeZone");
        refused(tenant, setting("REPAIR", "scope", Map.of("accountIds", List.of("A-NONE"))), "/scope/accountIds");
        refused(tenant, setting("REPAIR", "scope", Map.of("serviceIds", List.of("S-NONE"))), "/scope/serviceIds");
        refused(
                tenant,
                setting("REPAIR", "scope", Map.of("customerNumbers", List.of("C-NONE"))),
                "/scope/customerNumbers");
        refused(
                tenant,
                setting("REPAIR", "externalContact", Map.of("name", "Noc", "email", "nowhere")),
                "/externalContact/email");
        refused(tenant, setting("REPAIR", "ownerUserId", "nobody"), "/ownerUserId");
        refused(
                tenant,
                setting(
                        "REPAIR",
                        "externalContact",
                        Map.of("name", "Noc", "email", "noc@else.example"),
                        "channels",
                        List.of("PORTAL")),
                "/channels");
        refused(
                tenant,
                setting(
                        "REPAIR",
                        "ownerUserId",
                        tenant.user("ada"),
                        "externalContact",
                        Map.of("name", "Noc", "email", "noc@else.example")),
                "/externalContact");
    }

    private void refused(Tenant tenant, Map<String, Object> body, String pointer) {
        var answer = json(api.post(admin(tenant), PATH, withOwner(tenant, body))
                .expectStatus()
                .isEqualTo(422));
        assertThat(answer.path("errors").toString()).contains("\"" + pointer + "\"");
    }

    /** The administrator of these tests is no member that this service was told of. */
    private static Map<String, Object> withOwner(Tenant tenant, Map<String, Object> body) {
        if (!body.containsKey("externalContact") && !body.containsKey("ownerUserId")) {
            body.put("ownerUserId", tenant.user("ada"));
        }
        return body;
    }

    @Test
    void others_are_set_by_administrators_only_and_accounts_by_whom_they_are_assigned_to() {
        var tenant = tenantWithAda();
        platform.member(tenant, "ben", List.of("REPAIR_VIEW"));
        var forBen = setting("REPAIR", "ownerUserId", tenant.user("ben"));
        api.post(self(tenant), PATH, forBen).expectStatus().isForbidden();
        var outside = Map.of("name", "Noc", "email", "noc@else.example");
        api.post(self(tenant), PATH, setting("REPAIR", "externalContact", outside))
                .expectStatus()
                .isForbidden();
        var path = json(api.post(admin(tenant), PATH, forBen).expectStatus().isCreated())
                .path("href")
                .asString();
        api.get(self(tenant), path).expectStatus().isNotFound();
        assertThat(json(api.get(self(tenant), PATH)).path("items")).isEmpty();
        assertThat(json(api.get(admin(tenant), PATH)).path("items").size()).isEqualTo(1);
        var other = platform.tenant();
        api.get(admin(other), path).expectStatus().isNotFound();
        patch(admin(other), path, Map.of("enabled", false), "").expectStatus().isNotFound();
        var limited = admin(tenant).onlyAccounts(tenant.accountA());
        var onB = setting(
                "REPAIR", "ownerUserId", tenant.user("ben"), "scope", Map.of("accountIds", List.of(tenant.accountB())));
        assertThat(json(api.post(limited, PATH, onB).expectStatus().isForbidden())
                        .path("code")
                        .asString())
                .isEqualTo("account-forbidden");
        api.post(limited, PATH, setting("REPAIR", "externalContact", outside))
                .expectStatus()
                .isForbidden();
        patch(self(tenant), path, Map.of("enabled", false), "").expectStatus().isNotFound();
        patch(admin(tenant), path, Map.of("externalContact", outside), "")
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void settings_decide_who_is_told_of_maintenance() {
        var tenant = tenantWithAda();
        platform.member(tenant, "ben", List.of("MAINT_VIEW"));
        var outside = Map.of("name", "Outside Noc", "email", tenant.mail("outside"));
        api.post(
                        admin(tenant),
                        PATH,
                        setting(
                                "MAINTENANCE",
                                "externalContact",
                                outside,
                                "scope",
                                Map.of("accountIds", List.of(tenant.accountB())),
                                "timeZone",
                                "Europe/Berlin"))
                .expectStatus()
                .isCreated();
        api.post(self(tenant), PATH, setting("MAINTENANCE", "channels", List.of("PORTAL")))
                .expectStatus()
                .isCreated();
        var gcr = Told.number("42345");
        var data = Told.maintenance(tenant, gcr, 1, "STANDARD");
        events.send("maintenance.gcr.v1", "maintenance.gcr.scheduled.v1", gcr, tenant.enterprise(), 1, data);
        var mail = MailServer.await(tenant.mail("outside"), "MAINT_SCHEDULED");
        assertThat(mail.text()).contains("ET-2002", "CEST").doesNotContain("ET-1001");
        await(
                "told",
                () -> platform.states(gcr)
                        .equals(Set.of(
                                tenant.mail("outside") + " MAINT_SCHEDULED sent",
                                tenant.user("ada") + " MAINT_SCHEDULED delivered")));
    }
}
