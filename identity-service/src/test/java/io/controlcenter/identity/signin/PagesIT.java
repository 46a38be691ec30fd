package io.controlcenter.identity.signin;

import static io.controlcenter.identity.IdentityPlatform.OPERATOR;
import static io.controlcenter.identity.IdentityPlatform.PASSWORD;
import static io.controlcenter.identity.IdentityPlatform.name;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.identity.Browser;
import io.controlcenter.identity.IdentityPlatform;
import io.controlcenter.identity.IdentityServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Signing in and out and choosing a password, as a person does it and as somebody does who should not. */
@IdentityServiceTest
class PagesIT {

    @Autowired
    private IdentityPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private TestClock clock;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private String signInTo(String username, String password) {
        return Browser.location(platform.browser().signIn(username, password));
    }

    private String invitationOf(String userId) {
        var link = events.await("identity.user.invited.v1", userId)
                .data()
                .path("signInLink")
                .asString();
        return link.substring(Tokens.ISSUER.length());
    }

    @Test
    void the_first_operator_can_sign_in() {
        var browser = platform.browser();
        assertThat(Browser.location(browser.signIn("Ops@Provider.example", "a staple of correct horses")))
                .endsWith("/account");
        assertThat(browser.get("/account").body()).contains("ops@provider.example");
    }

    @Test
    void a_wrong_password_and_an_unknown_name_look_the_same() {
        var username = name("known");
        platform.accept(platform.member(platform.tenant(), username, Map.of("admin", true)));
        assertThat(signInTo(username, "wrong")).endsWith("/login?wrong");
        assertThat(signInTo(name("unknown"), "wrong")).endsWith("/login?wrong");
        assertThat(signInTo("a\0b", "wrong")).endsWith("/login?wrong");
        assertThat(platform.browser().get("/login?wrong").body())
                .contains("User name and password do not match.")
                .contains("role=\"alert\"");
    }

    @Test
    void guessing_is_slowed_down_longer_and_longer_for_known_and_unknown_names() {
        var known = name("guessed");
        platform.accept(platform.member(platform.tenant(), known, Map.of("admin", true)));
        for (var username : List.of(known, name("ghost"))) {
            for (int i = 0; i < 5; i++) {
                assertThat(signInTo(username, "wrong" + i)).endsWith("?wrong");
            }
            assertThat(signInTo(username, PASSWORD)).endsWith("/login?pause=1");
            clock.advance(Duration.ofSeconds(61));
            assertThat(signInTo(username, "wrong")).endsWith("?wrong");
            assertThat(signInTo(username, PASSWORD)).endsWith("/login?pause=2");
            clock.advance(Duration.ofSeconds(121));
        }
        assertThat(signInTo(known, PASSWORD)).endsWith("/account");
        assertThat(signInTo(known, "wrong")).as("success forgives").endsWith("?wrong");
        assertThat(platform.browser().get("/login?pause=2").body()).contains("Try again in 2 minutes.");
    }

    @Test
    void signing_out_asks_first_and_then_needs_the_password_again() {
        var username = name("leaving");
        platform.accept(platform.member(platform.tenant(), username, Map.of("admin", true)));
        var browser = platform.browser();
        browser.signIn(username, PASSWORD);
        var page = browser.get("/logout");
        assertThat(page.body()).contains("Sign out?");
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        assertThat(Browser.location(browser.submit(page, "/logout", Map.of()))).endsWith("/login?goodbye");
        assertThat(browser.get("/login?goodbye").body()).contains("You are signed out.");
        assertThat(Browser.location(browser.get("/account"))).endsWith("/login");
    }

    @Test
    void an_invitation_takes_only_a_good_password_and_works_once() {
        var username = name("invited");
        var userId = platform.member(platform.tenant(), username, Map.of("admin", true));
        assertThat(signInTo(username, PASSWORD)).as("no password yet").endsWith("?wrong");
        var path = invitationOf(userId);
        var browser = platform.browser();
        var page = browser.get(path);
        assertThat(page.body()).contains(username).contains("At least 12 characters");
        for (var bad : Map.of(
                        "short",
                        "at least 12",
                        username + "",
                        "your user name",
                        "Password1234!",
                        "one of the first",
                        "123456789012",
                        "one of the first")
                .entrySet()) {
            var answer = browser.submit(
                    page, "/account/invitation", Map.of("password", bad.getKey(), "repeated", bad.getKey()));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body().toLowerCase(java.util.Locale.ROOT)).contains(bad.getValue());
        }
        var different =
                browser.submit(page, "/account/invitation", Map.of("password", PASSWORD, "repeated", PASSWORD + "!"));
        assertThat(different.body()).contains("not the same");
        var good = browser.submit(page, "/account/invitation", Map.of("password", PASSWORD, "repeated", PASSWORD));
        assertThat(Browser.location(good)).endsWith("/login?welcome");
        assertThat(browser.get(path).statusCode()).isEqualTo(410);
        var again = browser.submit(page, "/account/invitation", Map.of("password", PASSWORD, "repeated", PASSWORD));
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(signInTo(username, PASSWORD)).endsWith("/account");
    }

    @Test
    void an_invitation_expires_and_a_repeated_one_replaces_it() {
        var username = name("late");
        var userId = platform.member(platform.tenant(), username, Map.of("admin", true));
        var first = invitationOf(userId);
        clock.advance(Duration.ofDays(8));
        assertThat(platform.browser().get(first).statusCode()).isEqualTo(410);
        api.post(OPERATOR, "/api/v1/users/" + userId + "/invitation")
                .expectStatus()
                .isOk();
        var second = events.await(
                        event -> event.key().equals(userId)
                                && event.type().equals("identity.user.invited.v1")
                                && event.version() == 2,
                        "second invitation")
                .data()
                .path("signInLink")
                .asString();
        assertThat(platform.browser()
                        .get(second.substring(Tokens.ISSUER.length()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(platform.browser().get(first).statusCode()).isEqualTo(410);
    }

    @Test
    void a_deactivated_user_learns_so_only_with_the_right_password() {
        var username = name("inactive");
        var userId = platform.member(platform.tenant(), username, Map.of("permissions", List.of("ORDER_VIEW")));
        platform.accept(userId);
        platform.signedIn(username);
        api.post(OPERATOR, "/api/v1/users/" + userId + "/deactivate")
                .expectStatus()
                .isOk();
        assertThat(signInTo(username, "wrong")).endsWith("?wrong");
        assertThat(signInTo(username, PASSWORD)).endsWith("?disabled");
        assertThat(platform.browser().get("/login?disabled").body()).contains("Ask an administrator");
    }

    @Test
    void pages_bring_their_own_style_and_nothing_from_elsewhere() {
        var browser = platform.browser();
        var style = browser.get("/account/assets/pages.css");
        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(style.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
        assertThat(browser.get("/login").body()).doesNotContain("http://", "https://", "<script", "style=");
    }

    @Test
    void what_is_not_there_is_a_page_for_people_and_a_problem_for_programs() {
        var browser = platform.browser();
        var page = browser.get("/account/nothing");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is nothing here");
        api.get(OPERATOR, "/api/v1/nothing").expectStatus().isNotFound();
    }
}
