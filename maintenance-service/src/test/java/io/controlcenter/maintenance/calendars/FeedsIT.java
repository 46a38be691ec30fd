package io.controlcenter.maintenance.calendars;

import static io.controlcenter.maintenance.MaintenancePlatform.body;
import static io.controlcenter.maintenance.MaintenancePlatform.json;
import static io.controlcenter.maintenance.MaintenancePlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.maintenance.MaintenancePlatform;
import io.controlcenter.maintenance.MaintenancePlatform.Tenant;
import io.controlcenter.maintenance.MaintenanceServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A calendar that programs subscribe to by a secret address, which shows what its owner may see at that moment. */
@MaintenanceServiceTest
class FeedsIT {

    private static final String FEEDS = "/api/v1/gcrs/calendar-feeds";

    @Autowired
    private MaintenancePlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private String feed(Tokens.Draft user) {
        return path(json(api.post(user, FEEDS, Map.of("label", "NOC wall"))
                        .expectStatus()
                        .isCreated())
                .path("url")
                .asString());
    }

    private static String path(String url) {
        assertThat(url).startsWith("http://localhost:8080/api/v1/gcrs.ics?key=");
        return url.substring("http://localhost:8080".length());
    }

    private RestTestClient.ResponseSpec read(String path) {
        return api.anonymous().get().uri(path).exchange();
    }

    private Tokens.Draft person(Tenant tenant, String name, String... accounts) {
        platform.person(tenant, name, "America/Chicago", "ACTIVE", 1);
        platform.member(tenant, name, 1, List.of("MAINT_VIEW"), accounts);
        return tenant.noc().as(tenant.user(name));
    }

    @Test
    void it_shows_all_windows_and_follows_them_without_a_token() {
        var tenant = platform.tenant();
        var user = person(tenant, "ann");
        var feed = feed(user);
        assertThat(MaintNote.read(body(read(feed).expectStatus().isOk())).statuses())
                .isEmpty();
        var one = platform.scheduled(tenant);
        var other = platform.scheduled(tenant, platform.tenant());
        platform.planned(tenant);
        var text = body(read(feed).expectStatus().isOk());
        var note = MaintNote.read(text);
        assertThat(note.statuses()).hasSize(4);
        assertThat(note.window(one + "-1").getUid().getValue()).endsWith("/" + tenant.enterprise());
        assertThat(text).contains("X-WR-CALNAME:", "REFRESH-INTERVAL;VALUE=DURATION:PT15M");
        platform.act(other, "cancel").expectStatus().isOk();
        assertThat(MaintNote.all(MaintNote.read(body(read(feed))).window(other + "-1"), "STATUS"))
                .containsExactly("CANCELLED");
        assertThat(body(api.get(user, FEEDS))).doesNotContain("\"url\"");
        assertThat(json(api.get(user, FEEDS)).at("/items/0/label").asString()).isEqualTo("NOC wall");
        clock.advance(Duration.ofDays(50));
        assertThat(MaintNote.read(body(read(feed))).statuses()).isEmpty();
    }

    @Test
    void it_shows_no_more_than_its_owner_may_see_right_now() {
        var tenant = platform.tenant();
        var number = platform.scheduled(tenant);
        var user = person(tenant, "bob", tenant.accountA());
        var feed = feed(user);
        var restricted = MaintNote.read(body(read(feed)));
        assertThat(MaintNote.all(restricted.window(number + "-1"), "OBJECT-ID")).containsExactly(tenant.circuitA());
        assertThat(MaintNote.all(restricted.window(number + "-1"), "ACCOUNT")).containsExactly(tenant.accountA());
        platform.member(tenant, "bob", 2, List.of("MAINT_INQUIRE"));
        assertThat(MaintNote.all(MaintNote.read(body(read(feed))).window(number + "-1"), "OBJECT-ID"))
                .hasSize(2);
        platform.member(tenant, "bob", 3, List.of("BILLING_VIEW"));
        read(feed).expectStatus().isNotFound();
        platform.member(tenant, "bob", 4, List.of("MAINT_VIEW"));
        read(feed).expectStatus().isOk();
        platform.person(tenant, "bob", "UTC", "DEACTIVATED", 2);
        read(feed).expectStatus().isNotFound();
        platform.person(tenant, "bob", "UTC", "ACTIVE", 3);
        read(feed).expectStatus().isOk();
        platform.revoke(tenant, "bob", 5);
        read(feed).expectStatus().isNotFound();
        platform.member(tenant, "bob", 4, List.of("MAINT_VIEW")); // overtaken
        read(feed).expectStatus().isNotFound();
    }

    @Test
    void it_is_given_another_address_and_revoked() {
        var tenant = platform.tenant();
        var user = person(tenant, "eve");
        var feed = feed(user);
        var id = json(api.get(user, FEEDS)).at("/items/0/feedId").asString();
        var rotated = path(
                text(api.post(user, FEEDS + "/" + id + "/rotate").expectStatus().isOk(), "url"));
        read(feed).expectStatus().isNotFound();
        read(rotated).expectStatus().isOk();
        var colleague = person(tenant, "joe");
        api.post(colleague, FEEDS + "/" + id + "/rotate").expectStatus().isNotFound();
        api.as(colleague)
                .delete()
                .uri(FEEDS + "/" + id)
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(json(api.get(colleague, FEEDS)).path("items")).isEmpty();
        api.as(user).delete().uri(FEEDS + "/" + id).exchange().expectStatus().isNoContent();
        read(rotated).expectStatus().isNotFound();
        read("/api/v1/gcrs.ics?key=guessed").expectStatus().isNotFound();
        read("/api/v1/gcrs.ics").expectStatus().isBadRequest();
    }

    @Test
    void a_person_has_a_few_feeds_and_a_program_none() {
        var tenant = platform.tenant();
        var user = person(tenant, "max");
        for (int i = 0; i < 10; i++) {
            feed(user);
        }
        assertThat(text(api.post(user, FEEDS, Map.of()).expectStatus().isEqualTo(409), "code"))
                .isEqualTo("too-many-feeds");
        var partner = Tokens.partner(tenant.enterprise(), "MAINT_VIEW");
        assertThat(text(api.post(partner, FEEDS, Map.of()).expectStatus().isForbidden(), "code"))
                .isEqualTo("people-only");
    }
}
