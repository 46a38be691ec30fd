package io.controlcenter.identity.secondfactor;

import static io.controlcenter.identity.IdentityPlatform.OPERATOR;
import static io.controlcenter.identity.IdentityPlatform.PASSWORD;
import static io.controlcenter.identity.IdentityPlatform.json;
import static io.controlcenter.identity.IdentityPlatform.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.identity.Browser;
import io.controlcenter.identity.IdentityPlatform;
import io.controlcenter.identity.IdentityServiceTest;
import io.controlcenter.identity.RealTime;
import io.controlcenter.identity.SignedIn;
import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Setting a second factor up, signing in with it, losing it, and having to have one. */
@IdentityServiceTest
class SecondFactorIT {

    private static final String MINE = "/api/v1/me/second-factor";
    private static final Pattern KEY = Pattern.compile("id=\"key\">([A-Z2-7 ]+)<");
    private static final Pattern CODE = Pattern.compile("<li>([a-z0-9-]{19})</li>");

    @Autowired
    private IdentityPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private TestClock clock;

    @Autowired
    private RealTime time;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    /** Real time does not move for a test; so the code that was used last is forgotten instead. */
    private void aMomentLater(SignedIn person) {
        db.sql("update second_factor set last_step = 0 where user_id = :user")
                .param("user", person.userId())
                .update();
    }

    private String code(String secret) {
        return Totp.code(secret, time.now());
    }

    private String wrong(String secret) {
        var digits = Integer.parseInt(code(secret));
        return "%06d".formatted((digits + 500_000) % 1_000_000);
    }

    /** @param codes recovery codes */
    private record Factor(String secret, List<String> codes) {}

    private Factor setUp(SignedIn person) {
        var enrolment = json(
                api.post(person.caller(), MINE + "/enrolment").expectStatus().isCreated());
        var secret = enrolment.path("secret").asString();
        var confirmed = json(api.post(person.caller(), MINE + "/confirm", Map.of("code", code(secret)))
                .expectStatus()
                .isOk());
        aMomentLater(person);
        return new Factor(secret, texts(confirmed.path("recoveryCodes")));
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(one -> texts.add(one.asString()));
        return texts;
    }

    private List<String> audited(SignedIn person, String enterprise) {
        return TenantScope.call(
                TenantScope.of(enterprise),
                () -> transaction.execute(
                        _ -> db.sql("select action from audit_entry where subject_id = :user order by id")
                                .param("user", person.userId())
                                .query(String.class)
                                .list()));
    }

    private String notice(SignedIn person, String what) {
        return events.await(
                        event -> event.type().equals("identity.user.security-notice.v1")
                                && event.key().equals(person.userId())
                                && event.data().path("what").asString().equals(what),
                        what)
                .data()
                .path("email")
                .asString();
    }

    private Browser.Page signIn(Browser browser, SignedIn person) {
        return browser.follow(browser.signIn(person.username(), PASSWORD));
    }

    @Test
    void it_is_set_up_by_a_code_and_asked_for_at_the_next_sign_in() {
        var person = SignedIn.administrator(platform);
        assertThat(json(api.get(person.caller(), MINE)).path("state").asString())
                .isEqualTo("OFF");
        assertThat(problem(api.post(person.caller(), MINE + "/confirm", Map.of("code", "123456"))))
                .isEqualTo("409 second-factor-not-set-up");
        var first = json(api.post(person.caller(), MINE + "/enrolment"));
        var again = json(api.post(person.caller(), MINE + "/enrolment"));
        assertThat(again).as("until it is confirmed").isEqualTo(first);
        var secret = first.path("secret").asString();
        assertThat(first.path("otpauthUri").asString())
                .startsWith("otpauth://totp/")
                .contains(secret);
        assertThat(problem(api.post(person.caller(), MINE + "/confirm", Map.of("code", wrong(secret)))))
                .isEqualTo("422 invalidValue");
        assertThat(json(api.get(person.caller(), MINE)).path("state").asString())
                .isEqualTo("BEING_SET_UP");
        var factor = setUp(person);
        assertThat(factor.secret()).isEqualTo(secret);
        assertThat(factor.codes()).hasSize(10).doesNotHaveDuplicates();
        assertThat(json(api.get(person.caller(), MINE)).path("state").asString())
                .isEqualTo("ON");
        assertThat(problem(api.post(person.caller(), MINE + "/enrolment"))).isEqualTo("409 second-factor-on");
        assertThat(notice(person, "SECOND_FACTOR_ENABLED")).isEqualTo(person.username());
        assertThat(audited(person, person.tenant().enterprise())).contains("second-factor.enabled");
        assertThat(db.sql("select secret from second_factor where user_id = :user")
                        .param("user", person.userId())
                        .query(String.class)
                        .single())
                .as("sealed at rest")
                .startsWith("sealed:")
                .doesNotContain(secret);
    }

    @Test
    void the_password_alone_opens_nothing_and_a_code_works_once() {
        var person = SignedIn.administrator(platform);
        var factor = setUp(person);
        var browser = platform.browser();
        var asked = browser.authorize(IdentityPlatform.PORTAL, IdentityPlatform.CALLBACK, Map.of());
        assertThat(Browser.location(asked)).endsWith("/login");
        var page = signIn(browser, person);
        assertThat(page.path()).isEqualTo("/login/second-factor");
        assertThat(page.body()).contains("Enter your code", "autocomplete=\"one-time-code\"");
        assertThat(Browser.location(browser.get("/account"))).as("not in yet").endsWith("/login");
        assertThat(Browser.location(browser.authorize(IdentityPlatform.PORTAL, IdentityPlatform.CALLBACK, Map.of())))
                .as("no code for a front-end either")
                .endsWith("/login");
        var refused = browser.submit(page.answer(), "/login/second-factor", Map.of("code", wrong(factor.secret())));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("role=\"alert\"", "This code is not right");
        var used = code(factor.secret());
        var entered = browser.submit(refused, "/login/second-factor", Map.of("code", used));
        assertThat(Browser.location(entered)).as("where one wanted to go").contains("/oauth2/authorize?");
        var back = Browser.location(browser.get(Browser.location(entered)));
        assertThat(Browser.parameter(back, "code")).isNotEmpty();
        var other = platform.browser();
        var replayed = other.submit(signIn(other, person).answer(), "/login/second-factor", Map.of("code", used));
        assertThat(replayed.statusCode()).as("the same code again").isEqualTo(422);
        assertThat(audited(person, person.tenant().enterprise())).contains("sign-in.failed", "sign-in.succeeded");
    }

    @Test
    void an_id_token_says_how_somebody_signed_in() {
        var person = SignedIn.administrator(platform);
        assertThat(methods(platform.signedIn(person.username()))).containsExactly("pwd");
        var factor = setUp(person);
        var browser = platform.browser();
        browser.submit(signIn(browser, person).answer(), "/login/second-factor", Map.of("code", code(factor.secret())));
        assertThat(methods(platform.tokens(browser))).containsExactly("pwd", "otp", "mfa");
    }

    private static List<String> methods(JsonNode tokens) {
        return texts(Browser.claims(tokens.path("id_token").asString()).path("amr"));
    }

    @Test
    void a_recovery_code_signs_in_once() {
        var person = SignedIn.administrator(platform);
        var factor = setUp(person);
        var kept = factor.codes().getFirst();
        var browser = platform.browser();
        signIn(browser, person);
        var page = browser.get("/login/recovery");
        assertThat(page.body()).contains("Use a recovery code", "administrator of your enterprise can reset");
        var entered = browser.submit(page, "/login/recovery", Map.of("code", kept.toUpperCase(java.util.Locale.ROOT)));
        assertThat(Browser.location(entered)).endsWith("/account");
        assertThat(browser.get("/account").body()).contains("You are signed in");
        assertThat(notice(person, "RECOVERY_CODE_USED")).isNotEmpty();
        var again = platform.browser();
        signIn(again, person);
        assertThat(again.submit(again.get("/login/recovery"), "/login/recovery", Map.of("code", kept))
                        .statusCode())
                .isEqualTo(422);
        assertThat(json(api.get(person.caller(), MINE))
                        .path("recoveryCodesLeft")
                        .asInt())
                .isEqualTo(9);
        var renewed = json(api.post(person.caller(), MINE + "/recovery-codes", Map.of("code", code(factor.secret())))
                .expectStatus()
                .isOk());
        assertThat(texts(renewed.path("recoveryCodes"))).hasSize(10).doesNotContainAnyElementsOf(factor.codes());
    }

    @Test
    void guessing_codes_is_slowed_down_wherever_it_is_tried() {
        var person = SignedIn.administrator(platform);
        var factor = setUp(person);
        for (int i = 0; i < 4; i++) {
            assertThat(problem(api.post(
                            person.caller(), MINE + "/recovery-codes", Map.of("code", wrong(factor.secret())))))
                    .isEqualTo("422 invalidValue");
        }
        var browser = platform.browser();
        var page = signIn(browser, person).answer();
        browser.submit(page, "/login/second-factor", Map.of("code", wrong(factor.secret())));
        assertThat(notice(person, "SIGN_IN_LOCKED")).isNotEmpty();
        var right = browser.submit(page, "/login/second-factor", Map.of("code", code(factor.secret())));
        assertThat(right.statusCode()).isEqualTo(422);
        assertThat(right.body()).contains("Try again in a minute.");
        api.post(person.caller(), MINE + "/recovery-codes", Map.of("code", code(factor.secret())))
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists("Retry-After");
        clock.advance(Duration.ofSeconds(61));
        var later = browser.submit(page, "/login/second-factor", Map.of("code", code(factor.secret())));
        assertThat(Browser.location(later)).endsWith("/account");
        assertThat(audited(person, person.tenant().enterprise())).contains("sign-in.locked");
    }

    @Test
    void a_password_is_not_good_for_long_before_the_second_step() {
        var person = SignedIn.administrator(platform);
        var factor = setUp(person);
        var browser = platform.browser();
        var page = signIn(browser, person).answer();
        clock.advance(Duration.ofMinutes(10));
        var late = browser.submit(page, "/login/second-factor", Map.of("code", code(factor.secret())));
        assertThat(Browser.location(late)).endsWith("/login?late");
        assertThat(browser.get("/login?late").body()).contains("took too long");
        assertThat(Browser.location(platform.browser().get("/login/second-factor")))
                .endsWith("/login?late");
        assertThat(Browser.location(platform.browser().get("/login/enrolment"))).endsWith("/login?late");
    }

    @Test
    void an_enterprise_requires_one_and_sign_in_leads_through_setting_it_up() {
        var admin = SignedIn.administrator(platform);
        var clerk = SignedIn.member(
                platform, admin.tenant(), Map.of("permissions", List.of("ORDER_VIEW"), "allAccounts", true));
        var policy = "/api/v1/enterprises/" + admin.tenant().enterprise() + "/sign-in-policy";
        assertThat(json(api.get(admin.caller(), policy))
                        .path("secondFactorRequired")
                        .asBoolean())
                .isFalse();
        assertThat(problem(platform.put(admin.caller(), policy, Map.of("secondFactorRequired", true))))
                .as("nobody asks of others what they have not tried")
                .isEqualTo("409 own-second-factor-first");
        setUp(admin);
        var before = platform.signedIn(clerk.username());
        platform.put(admin.caller(), policy, Map.of("secondFactorRequired", true))
                .expectStatus()
                .isOk();
        assertThat(platform.exchange(before.path("access_token").asString(), "").statusCode())
                .as("who has none is signed out")
                .isEqualTo(400);
        assertThat(texts(json(api.get(admin.caller(), MINE)).path("requiredBy")))
                .containsExactly(admin.tenant().enterprise());
        assertThat(problem(api.post(admin.caller(), MINE + "/disable", Map.of("code", "123456"))))
                .isEqualTo("409 second-factor-required");
        var browser = platform.browser();
        var page = signIn(browser, clerk);
        assertThat(page.path()).isEqualTo("/login/enrolment");
        assertThat(Browser.location(browser.get("/account"))).as("not in yet").endsWith("/login");
        var key = KEY.matcher(page.body());
        assertThat(key.find()).isTrue();
        var secret = key.group(1).replace(" ", "");
        assertThat(page.body()).contains("<svg class=\"qr\"", "Your enterprise asks");
        var refused = browser.submit(page.answer(), "/login/enrolment", Map.of("code", wrong(secret)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).as("the same picture").contains(key.group(1));
        var shown = browser.submit(refused, "/login/enrolment", Map.of("code", code(secret)));
        assertThat(CODE.matcher(shown.body()).results().count()).isEqualTo(10);
        assertThat(browser.get("/account").body()).contains("You are signed in");
    }

    @Test
    void a_policy_is_an_enterprises_own_and_has_a_version() {
        var admin = SignedIn.administrator(platform);
        var other = SignedIn.administrator(platform);
        var policy = "/api/v1/enterprises/" + admin.tenant().enterprise() + "/sign-in-policy";
        api.get(other.caller(), policy).expectStatus().isNotFound();
        setUp(other);
        platform.put(other.caller(), policy, Map.of("secondFactorRequired", true))
                .expectStatus()
                .isNotFound();
        platform.put(OPERATOR, policy, Map.of("secondFactorRequired", true))
                .expectStatus()
                .isOk();
        assertThat(problem(api.as(OPERATOR)
                        .put()
                        .uri(policy)
                        .header("If-Match", "\"7\"")
                        .body(Map.of("secondFactorRequired", false))
                        .exchange()))
                .isEqualTo("412 preconditionFailed");
        assertThat(problem(platform.put(OPERATOR, policy, Map.of()))).isEqualTo("422 missingProperty");
        assertThat(audited(
                        new SignedIn(admin.tenant(), admin.tenant().enterprise(), ""),
                        admin.tenant().enterprise()))
                .contains("sign-in-policy.changed");
    }

    @Test
    void an_administrator_resets_a_lost_one() {
        var admin = SignedIn.administrator(platform);
        var clerk = SignedIn.member(
                platform, admin.tenant(), Map.of("permissions", List.of("ORDER_VIEW"), "allAccounts", true));
        setUp(clerk);
        var path = "/api/v1/users/" + clerk.userId() + "/second-factor";
        assertThat(json(api.get(admin.caller(), path)).path("enabled").asBoolean())
                .isTrue();
        api.post(admin.caller(), path + "/reset").expectStatus().isNoContent();
        assertThat(notice(clerk, "SECOND_FACTOR_RESET")).isEqualTo(clerk.username());
        assertThat(events.await("identity.user.signed-out-everywhere.v1", clerk.userId())
                        .data()
                        .path("userId")
                        .asString())
                .isEqualTo(clerk.userId());
        assertThat(signIn(platform.browser(), clerk).path()).isEqualTo("/account");
        assertThat(audited(clerk, admin.tenant().enterprise())).contains("second-factor.reset");
    }

    @Test
    void nobody_resets_ones_own_nor_that_of_others_people_or_of_their_betters() {
        var admin = SignedIn.administrator(platform);
        setUp(admin);
        var path = "/api/v1/users/" + admin.userId() + "/second-factor/reset";
        assertThat(problem(api.post(admin.caller(), path))).isEqualTo("403 own-second-factor");
        var stranger = SignedIn.administrator(platform);
        api.post(stranger.caller(), path).expectStatus().isNotFound();
        var userAdmin = Tokens.customer(admin.tenant().enterprise(), "USER_ADMIN");
        assertThat(problem(api.post(userAdmin, path))).isEqualTo("403 administrator-required");
        var clerk = Tokens.customer(admin.tenant().enterprise(), "ORDER_VIEW");
        api.post(clerk, path).expectStatus().isForbidden();
        assertThat(problem(api.get(Tokens.partner(admin.tenant().enterprise(), "ORDER_VIEW"), MINE)))
                .isEqualTo("403 people-only");
    }

    @Test
    void it_is_turned_off_and_on_again_on_the_pages() {
        var person = SignedIn.administrator(platform);
        var browser = platform.browser();
        browser.signIn(person.username(), PASSWORD);
        assertThat(browser.get("/account/second-factor").body()).contains("Off.");
        var page = browser.get("/account/second-factor/enrolment");
        var key = KEY.matcher(page.body());
        assertThat(key.find()).isTrue();
        var secret = key.group(1).replace(" ", "");
        var shown = browser.submit(page, "/account/second-factor/enrolment", Map.of("code", code(secret)));
        assertThat(CODE.matcher(shown.body()).results().count()).isEqualTo(10);
        aMomentLater(person);
        var settings = browser.get("/account/second-factor");
        assertThat(settings.body()).contains("On.", "10", "Turn off");
        var wrong = browser.submit(settings, "/account/second-factor/disable", Map.of("code", wrong(secret)));
        assertThat(wrong.statusCode()).isEqualTo(422);
        browser.submit(settings, "/account/second-factor/disable", Map.of("code", code(secret)));
        assertThat(browser.get("/account/second-factor").body()).contains("Off.");
        assertThat(notice(person, "SECOND_FACTOR_DISABLED")).isNotEmpty();
        assertThat(signIn(platform.browser(), person).path()).isEqualTo("/account");
    }
}
