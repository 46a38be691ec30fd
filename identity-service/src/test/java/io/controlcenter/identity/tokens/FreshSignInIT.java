package io.controlcenter.identity.tokens;

import static io.controlcenter.identity.IdentityPlatform.CALLBACK;
import static io.controlcenter.identity.IdentityPlatform.PASSWORD;
import static io.controlcenter.identity.IdentityPlatform.PORTAL;
import static io.controlcenter.identity.IdentityPlatform.name;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.identity.Browser;
import io.controlcenter.identity.IdentityPlatform;
import io.controlcenter.identity.IdentityServiceTest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A front-end asks for a sign-in that is new, or new enough, before something delicate. */
@IdentityServiceTest
class FreshSignInIT {

    @Autowired
    private IdentityPlatform platform;

    private Browser browser;
    private String username;

    @BeforeEach
    void somebody() {
        browser = platform.browser();
        username = name("careful");
        platform.accept(platform.member(platform.tenant(), username, Map.of("admin", true)));
    }

    private String ask(Map<String, String> more) {
        return Browser.location(browser.authorize(PORTAL, CALLBACK, more));
    }

    private HttpResponse<String> signIn() {
        return browser.signIn(username, PASSWORD);
    }

    private static String code(String location) {
        return Browser.parameter(location, "code");
    }

    @ParameterizedTest
    @CsvSource({"prompt, login", "max_age, 0"})
    void whoever_is_signed_in_signs_in_again_each_time(String parameter, String value) {
        signIn();
        for (int time = 0; time < 2; time++) {
            assertThat(ask(Map.of(parameter, value))).endsWith("/login");
            var back = Browser.location(browser.get(Browser.location(signIn())));
            assertThat(code(back)).isNotEmpty();
        }
        assertThat(code(ask(Map.of())))
                .as("and stays signed in for everybody else")
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"prompt, login", "max_age, 0"})
    void whoever_is_not_signed_in_does_so_once(String parameter, String value) {
        assertThat(ask(Map.of(parameter, value))).endsWith("/login");
        assertThat(code(Browser.location(browser.get(Browser.location(signIn())))))
                .isNotEmpty();
    }

    @Test
    void being_asked_and_turning_away_leaves_one_signed_in() {
        signIn();
        ask(Map.of("prompt", "login"));
        assertThat(code(ask(Map.of()))).isNotEmpty();
    }

    @Test
    void a_sign_in_that_answered_nobody_does_not_answer_another_request() {
        signIn();
        ask(Map.of("prompt", "login", "code_challenge", "another-challenge-of-at-least-43-signs-0123456789"));
        signIn();
        assertThat(ask(Map.of("prompt", "login"))).endsWith("/login");
    }

    @Test
    void a_sign_in_that_is_new_enough_will_do() {
        signIn();
        assertThat(code(ask(Map.of("max_age", "3600")))).isNotEmpty();
    }

    @Test
    void without_a_page_the_front_end_hears_that_a_sign_in_is_needed() {
        assertThat(Browser.parameter(ask(Map.of("prompt", "none")), "error")).isEqualTo("login_required");
        signIn();
        var tooOld = ask(Map.of("prompt", "none", "max_age", "0"));
        assertThat(tooOld).startsWith(CALLBACK);
        assertThat(Browser.parameter(tooOld, "error")).isEqualTo("login_required");
        assertThat(code(ask(Map.of("prompt", "none", "max_age", "3600")))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "1.5", "99999999999"})
    void an_age_that_is_no_number_of_seconds_is_the_front_ends_mistake(String maxAge) {
        signIn();
        var answer = ask(Map.of("max_age", maxAge));
        assertThat(answer).startsWith(CALLBACK);
        assertThat(Browser.parameter(answer, "error")).isEqualTo("invalid_request");
    }
}
