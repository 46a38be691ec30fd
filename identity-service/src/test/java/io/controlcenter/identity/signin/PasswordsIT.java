package io.controlcenter.identity.signin;

import static io.controlcenter.identity.IdentityPlatform.PASSWORD;
import static io.controlcenter.identity.IdentityPlatform.PORTAL;
import static io.controlcenter.identity.IdentityPlatform.name;
import static io.controlcenter.identity.IdentityPlatform.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.identity.Browser;
import io.controlcenter.identity.IdentityPlatform;
import io.controlcenter.identity.IdentityServiceTest;
import io.controlcenter.identity.SignedIn;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import io.controlcenter.platform.work.DueWorkRunner;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changing a password that one knows, and one that one forgot. */
@IdentityServiceTest
class PasswordsIT {

    private static final String BETTER = "seven quiet otters + 1 kettle";

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

    @Autowired
    private JdbcClient db;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private HttpResponse<String> forgot(String typed) {
        var browser = platform.browser();
        var page = browser.get("/account/forgot");
        return browser.submit(page, "/account/forgot", Map.of("username", typed));
    }

    private List<String> linksOf(SignedIn person) {
        work.runAll();
        return db.sql("select token_hash from password_reset where user_id = :user and used_at is null")
                .param("user", person.userId())
                .query(String.class)
                .list();
    }

    /** The path of the last link that was mailed. */
    private String linkTo(SignedIn person, int nth) {
        forgot(person.username());
        work.runAll();
        return events.await(
                        event -> event.type().equals("identity.user.password-reset-requested.v1")
                                && event.key().equals(person.userId())
                                && requests(person) >= nth,
                        "link " + nth)
                .data()
                .path("resetLink")
                .asString()
                .substring(Tokens.ISSUER.length());
    }

    private long requests(SignedIn person) {
        return linksOf(person).size();
    }

    private static HttpResponse<String> choose(Browser browser, String path, String password) {
        return browser.submit(browser.get(path), "/account/reset", Map.of("password", password, "repeated", password));
    }

    @Test
    void a_forgotten_password_is_replaced_by_a_link_that_works_once_and_ends_every_sign_in() {
        var person = SignedIn.administrator(platform);
        var elsewhere = platform.browser();
        var tokens = platform.signedIn(elsewhere, person.username());
        var path = linkTo(person, 1);
        var browser = platform.browser();
        var page = browser.get(path);
        assertThat(page.body()).contains(person.username(), "signed out everywhere");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        for (var bad : Map.of("short", "at least 12", PASSWORD, "used this password before")
                .entrySet()) {
            var refused = choose(browser, path, bad.getKey());
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).containsIgnoringCase(bad.getValue());
        }
        assertThat(Browser.location(choose(browser, path, BETTER))).endsWith("/login?reset");
        assertThat(browser.get(path).statusCode()).as("once").isEqualTo(410);
        assertThat(browser.post("/account/reset", Map.of("token", "x")).statusCode())
                .as("nor without its form's token")
                .isEqualTo(403);
        assertThat(Browser.location(elsewhere.get("/account"))).endsWith("/login");
        assertThat(platform.exchange(tokens.path("access_token").asString(), "").statusCode())
                .isEqualTo(400);
        var refreshed = elsewhere.token(
                PORTAL,
                "",
                Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        tokens.path("refresh_token").asString()));
        assertThat(refreshed.statusCode()).isEqualTo(400);
        assertThat(Browser.location(platform.browser().signIn(person.username(), PASSWORD)))
                .endsWith("?wrong");
        assertThat(Browser.location(platform.browser().signIn(person.username(), BETTER)))
                .endsWith("/account");
        assertThat(events.await("identity.user.signed-out-everywhere.v1", person.userId()))
                .isNotNull();
        assertThat(events.await(
                                event -> event.type().equals("identity.user.security-notice.v1")
                                        && event.key().equals(person.userId()),
                                "notice")
                        .data()
                        .path("what")
                        .asString())
                .isEqualTo("PASSWORD_RESET");
    }

    @Test
    void nobody_learns_by_asking_whether_a_user_exists() {
        var person = SignedIn.administrator(platform);
        var known = forgot(person.username().toUpperCase(java.util.Locale.ROOT) + " ");
        for (var typed : List.of(name("ghost"), "", "a\0b", "x".repeat(5000))) {
            var unknown = forgot(typed);
            assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
            assertThat(Browser.location(unknown)).isEqualTo(Browser.location(known));
        }
        assertThat(linksOf(person)).hasSize(1);
        assertThat(db.sql("select count(*) from password_reset_wish")
                        .query(Long.class)
                        .single())
                .as("what was typed is not kept")
                .isZero();
    }

    @Test
    void a_link_expires_and_a_new_one_replaces_it() {
        var person = SignedIn.administrator(platform);
        var first = linkTo(person, 1);
        clock.advance(Duration.ofMinutes(61));
        var browser = platform.browser();
        assertThat(browser.get(first).statusCode()).isEqualTo(410);
        assertThat(browser.get(first).body()).contains("Ask for a new link");
        forgot(person.username());
        assertThat(linksOf(person)).as("one at a time").hasSize(1);
        assertThat(browser.get(first).statusCode()).isEqualTo(410);
    }

    @Test
    void a_mailbox_is_not_flooded() {
        var person = SignedIn.administrator(platform);
        for (int i = 0; i < 10; i++) {
            forgot(person.username());
        }
        assertThat(db.sql("select count(*) from password_reset_wish where typed = :typed")
                        .param("typed", person.username())
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        work.runAll();
    }

    @Test
    void who_was_deactivated_or_never_chose_a_password_gets_no_link() {
        var username = name("invited");
        var tenant = platform.tenant();
        var invited = new SignedIn(tenant, platform.member(tenant, username, Map.of("admin", true)), username);
        forgot(username);
        assertThat(linksOf(invited)).isEmpty();
    }

    @Test
    void a_known_password_is_changed_and_every_other_browser_signed_out() {
        var person = SignedIn.administrator(platform);
        var here = platform.browser();
        here.signIn(person.username(), PASSWORD);
        var elsewhere = platform.browser();
        elsewhere.signIn(person.username(), PASSWORD);
        var page = here.get("/account/password");
        var wrong = here.submit(
                page, "/account/password", Map.of("current", "wrong", "password", BETTER, "repeated", BETTER));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("present password is not right", "aria-invalid=\"true\"");
        var done = here.submit(
                page, "/account/password", Map.of("current", PASSWORD, "password", BETTER, "repeated", BETTER));
        assertThat(Browser.location(done)).endsWith("/account?password");
        assertThat(here.get("/account?password").body()).contains("Your password is changed");
        assertThat(Browser.location(elsewhere.get("/account"))).endsWith("/login");
    }

    @Test
    void the_last_passwords_do_not_come_again() {
        var person = SignedIn.administrator(platform);
        var present = PASSWORD;
        for (int i = 0; i < 6; i++) {
            var next = "otter number " + i + ", kettle & moss";
            change(person, present, next).expectStatus().isNoContent();
            present = next;
        }
        assertThat(problem(change(person, present, present))).isEqualTo("422 invalidValue");
        for (int i = 0; i < 5; i++) {
            assertThat(problem(change(person, present, "otter number " + i + ", kettle & moss")))
                    .isEqualTo("422 invalidValue");
        }
        change(person, present, PASSWORD).expectStatus().isNoContent();
    }

    private org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec change(
            SignedIn person, String from, String to) {
        return api.post(person.caller(), "/api/v1/me/password", Map.of("currentPassword", from, "newPassword", to));
    }

    @Test
    void guessing_the_present_password_is_slowed_down() {
        var person = SignedIn.administrator(platform);
        for (int i = 0; i < 5; i++) {
            assertThat(problem(change(person, "wrong" + i, BETTER))).isEqualTo("422 invalidValue");
        }
        change(person, PASSWORD, BETTER)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists("Retry-After");
        clock.advance(Duration.ofSeconds(61));
        change(person, PASSWORD, BETTER).expectStatus().isNoContent();
        assertThat(problem(change(new SignedIn(person.tenant(), person.userId(), person.username()), BETTER, "short")))
                .isEqualTo("422 invalidValue");
        assertThat(problem(api.post(
                        Tokens.partner(person.tenant().enterprise(), "ORDER_VIEW"),
                        "/api/v1/me/password",
                        Map.of("currentPassword", "a", "newPassword", "b"))))
                .isEqualTo("403 people-only");
    }

    @Test
    void the_user_name_is_kept_after_a_wrong_password() {
        var person = SignedIn.administrator(platform);
        var browser = platform.browser();
        browser.signIn(person.username(), "wrong");
        var page = browser.get("/login?wrong").body();
        assertThat(page).contains("value=\"" + person.username() + "\"");
        assertThat(page.substring(page.indexOf("id=\"password\""))).contains("autofocus");
        browser.signIn("<script>alert(1)</script>", "wrong");
        assertThat(browser.get("/login?wrong").body()).doesNotContain("<script>");
    }

    @Test
    void a_lock_out_is_told_by_mail_once() {
        var person = SignedIn.administrator(platform);
        for (int i = 0; i < 5; i++) {
            platform.browser().signIn(person.username(), "wrong" + i);
        }
        clock.advance(Duration.ofSeconds(61));
        platform.browser().signIn(person.username(), "wrong again");
        assertThat(db.sql("select count(*) from audit_entry where subject_id = :user and action = 'sign-in.locked'")
                        .param("user", person.userId())
                        .query(Long.class)
                        .single())
                .as("read without a tenant: none are seen")
                .isZero();
        assertThat(events.await(
                                event -> event.type().equals("identity.user.security-notice.v1")
                                        && event.key().equals(person.userId()),
                                "notice")
                        .data()
                        .path("what")
                        .asString())
                .isEqualTo("SIGN_IN_LOCKED");
    }
}
