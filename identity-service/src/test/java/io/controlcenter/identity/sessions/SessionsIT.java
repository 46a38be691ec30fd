package io.controlcenter.identity.sessions;

import static io.controlcenter.identity.IdentityPlatform.PASSWORD;
import static io.controlcenter.identity.IdentityPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.identity.Browser;
import io.controlcenter.identity.IdentityPlatform;
import io.controlcenter.identity.IdentityServiceTest;
import io.controlcenter.identity.SignedIn;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.work.DueWorkRunner;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Where people are signed in, and how they end it. */
@IdentityServiceTest
class SessionsIT {

    @Autowired
    private IdentityPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private DueWorkRunner work;

    @Autowired
    private JdbcClient db;

    private JsonNode sessions(SignedIn person) {
        return json(api.get(person.caller(), "/api/v1/me/sessions")
                        .expectStatus()
                        .isOk())
                .path("items");
    }

    private int exchanged(JsonNode tokens) {
        return platform.exchange(tokens.path("access_token").asString(), "").statusCode();
    }

    @Test
    void one_sees_where_one_is_signed_in_and_ends_one_of_them() {
        var person = SignedIn.administrator(platform);
        var first = platform.browser();
        var firstTokens = platform.signedIn(first, person.username());
        var second = platform.browser();
        var secondTokens = platform.signedIn(second, person.username());
        var listed = sessions(person);
        assertThat(listed.size()).isEqualTo(2);
        var newest = listed.path(0);
        assertThat(newest.path("device").asString()).contains("unknown system");
        assertThat(newest.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(newest.path("clients").path(0).asString()).isEqualTo("Control Center");
        assertThat(newest.path("current").asBoolean())
                .as("this token came of none")
                .isFalse();
        api.as(person.caller())
                .delete()
                .uri("/api/v1/me/sessions/" + newest.path("sessionId").asString())
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(sessions(person).size()).isEqualTo(1);
        assertThat(Browser.location(second.get("/account"))).endsWith("/login");
        assertThat(exchanged(secondTokens)).isEqualTo(400);
        assertThat(first.get("/account").statusCode()).isEqualTo(200);
        assertThat(exchanged(firstTokens)).isEqualTo(200);
        assertThat(events.await("identity.user.signed-out.v1", person.userId())
                        .data()
                        .path("sessionId")
                        .asString())
                .isEqualTo(newest.path("sessionId").asString());
    }

    @Test
    void another_persons_session_is_not_there() {
        var person = SignedIn.administrator(platform);
        platform.signedIn(person.username());
        var id = sessions(person).path(0).path("sessionId").asString();
        var other = SignedIn.administrator(platform);
        api.as(other.caller())
                .delete()
                .uri("/api/v1/me/sessions/" + id)
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(sessions(person).size()).isEqualTo(1);
    }

    @Test
    void a_token_knows_the_session_that_it_came_of() {
        var person = SignedIn.administrator(platform);
        var tokens = platform.signedIn(person.username());
        var scoped = Browser.json(platform.exchange(tokens.path("access_token").asString(), ""))
                .path("access_token")
                .asString();
        assertThat(Browser.claims(scoped).path("sid").asString())
                .isEqualTo(sessions(person).path(0).path("sessionId").asString());
    }

    @Test
    void signing_out_everywhere_ends_everything() {
        var person = SignedIn.administrator(platform);
        var browser = platform.browser();
        var tokens = platform.signedIn(browser, person.username());
        platform.browser().signIn(person.username(), PASSWORD);
        api.as(person.caller())
                .delete()
                .uri("/api/v1/me/sessions")
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(sessions(person).size()).isZero();
        assertThat(Browser.location(browser.get("/account"))).endsWith("/login");
        assertThat(exchanged(tokens)).isEqualTo(400);
        events.await("identity.user.signed-out-everywhere.v1", person.userId());
    }

    @Test
    void the_page_shows_them_and_ends_the_others() {
        var person = SignedIn.administrator(platform);
        var here = platform.browser();
        here.signIn(person.username(), PASSWORD);
        var there = platform.browser();
        there.signIn(person.username(), PASSWORD);
        var page = here.get("/account/sessions");
        assertThat(page.body()).contains("this browser", "Sign out there", "Sign out everywhere else");
        here.submit(page, "/account/sessions/end-others", Map.of());
        assertThat(here.get("/account/sessions").body())
                .contains("this browser")
                .doesNotContain("Sign out there");
        assertThat(Browser.location(there.get("/account"))).endsWith("/login");
    }

    @Test
    void what_has_ended_by_itself_is_cleared_away() {
        var person = SignedIn.administrator(platform);
        platform.browser().signIn(person.username(), PASSWORD);
        db.sql("delete from spring_session where principal_name = :user")
                .param("user", person.userId())
                .update();
        assertThat(sessions(person).size()).as("not listed any more").isZero();
        work.runAll();
        assertThat(rows(person)).as("perhaps its session is being written").isEqualTo(1);
        db.sql("update sign_in set at = now() - interval '2 hours' where user_id = :user")
                .param("user", person.userId())
                .update();
        work.runAll();
        assertThat(rows(person)).isZero();
    }

    private long rows(SignedIn person) {
        return db.sql("select count(*) from sign_in where user_id = :user")
                .param("user", person.userId())
                .query(Long.class)
                .single();
    }
}
