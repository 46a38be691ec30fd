package io.controlcenter.identity.signin;

import static io.controlcenter.identity.IdentityPlatform.OPERATOR;
import static io.controlcenter.identity.IdentityPlatform.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.controlcenter.identity.IdentityPlatform;
import io.controlcenter.identity.IdentityServiceTest;
import io.controlcenter.identity.InvoicedCustomers;
import io.controlcenter.identity.RealTime;
import io.controlcenter.identity.SignedIn;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.Tokens;
import io.controlcenter.platform.work.DueWorkRunner;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Signing in as somebody does who has a keyboard and no pointer, in a real browser, wherever one is installed. Each page
 * on the way is looked at as a phone and as a desktop shows it; the pictures are in {@code target/pages}.
 */
@IdentityServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardIT {

    private static final String BETTER = "seven quiet otters + 1 kettle";
    private static final Path PICTURES = Path.of("target", "pages");
    private static final TimeBasedOneTimePasswordGenerator APP = new TimeBasedOneTimePasswordGenerator();

    @Autowired
    private IdentityPlatform platform;

    @Autowired
    private InvoicedCustomers customers;

    @Autowired
    private Events events;

    @Autowired
    private DueWorkRunner work;

    @Autowired
    private RealTime time;

    @Autowired
    private JdbcClient db;

    private Chromium browser;

    @BeforeAll
    void start() {
        var executable = Chromium.installed();
        Assumptions.assumeTrue(executable.isPresent(), "No Chromium is installed");
        browser = Chromium.start(executable.orElseThrow());
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private String url(String path) {
        return "http://localhost:" + platform.port() + path;
    }

    /** What an authenticator app shows, in its next thirty seconds. */
    private String code(String secret) throws InvalidKeyException {
        var key = new SecretKeySpec(new Base32().decode(secret.replace(" ", "")), "HmacSHA1");
        return APP.generateOneTimePasswordString(key, time.now());
    }

    /** Goes on from field to field until it stands on what is called so, as far as one can see where that is. */
    private void tabTo(String called) {
        for (int i = 0; i < 30; i++) {
            browser.tab();
            var here = browser.ask(
                            "(document.activeElement.innerText || document.activeElement.labels?.[0]?.innerText || '')"
                                    + " + '|' + getComputedStyle(document.activeElement).outlineStyle")
                    .asString("");
            if (here.startsWith(called)) {
                assertThat(here).as("one sees where the focus is").doesNotEndWith("|none");
                return;
            }
        }
        throw new AssertionError("The keyboard does not lead to " + called);
    }

    /** What everybody needs of a page, at both widths and in both colours. */
    private void look(String name) {
        assertThat(browser.ask("document.documentElement.lang").asString()).isEqualTo("en");
        assertThat(browser.ask("document.title").asString()).endsWith("· Control Center");
        assertThat(browser.ask("document.querySelectorAll('h1').length").asInt())
                .isEqualTo(1);
        assertThat(browser.ask("document.querySelectorAll('main').length").asInt())
                .isEqualTo(1);
        assertThat(browser.ask("document.querySelectorAll('script, [style], [onclick]').length")
                        .asInt())
                .isZero();
        assertThat(browser.ask("[...document.querySelectorAll('input:not([type=hidden]):not(.hidden)')]"
                                + ".filter(field => !field.labels.length).length")
                        .asInt())
                .as("every field has a label")
                .isZero();
        for (var dark : List.of(false, true)) {
            browser.dark(dark);
            assertThat(browser.ask(CONTRAST).asDouble())
                    .as("contrast on %s", name)
                    .isGreaterThanOrEqualTo(4.5);
        }
        browser.picture(PICTURES.resolve(name + "-dark.png"));
        browser.dark(false);
        for (var width : List.of(1280, 360)) {
            browser.width(width, 800, width < 500);
            assertThat(browser.ask("document.documentElement.scrollWidth - window.innerWidth")
                            .asInt())
                    .as("nothing sticks out of %s at %s", name, width)
                    .isLessThanOrEqualTo(0);
            browser.picture(PICTURES.resolve(name + "-" + width + ".png"));
        }
        browser.width(1280, 800, false);
    }

    /** The least contrast of any text on what is behind it (WCAG 2.2, 1.4.3). */
    private static final String CONTRAST = """
            (() => {
              const parse = colour => colour.match(/[\\d.]+/g).map(Number);
              const light = rgb => {
                const [r, g, b] = rgb.slice(0, 3).map(v => v / 255)
                  .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const behind = element => {
                for (let e = element; e; e = e.parentElement) {
                  const colour = parse(getComputedStyle(e).backgroundColor);
                  if (colour.length < 4 || colour[3] > 0) return colour;
                }
                return [255, 255, 255];
              };
              return Math.min(...[...document.querySelectorAll('body *')]
                .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
                .map(e => {
                  const [a, b] = [light(parse(getComputedStyle(e).color)), light(behind(e))];
                  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                }));
            })()""";

    private void signIn(SignedIn person, String password) {
        browser.forgetCookies();
        browser.open(url("/login"));
        browser.type(person.username());
        browser.tab();
        browser.type(password);
        browser.enter();
    }

    @Test
    void everything_is_done_by_keyboard_alone() throws InvalidKeyException {
        var person = SignedIn.administrator(platform);
        platform.put(
                        OPERATOR,
                        "/api/v1/enterprises/" + person.tenant().enterprise() + "/sign-in-policy",
                        Map.of("secondFactorRequired", true))
                .expectStatus()
                .isOk();
        signIn(person, "wrong password");
        browser.says("do not match");
        assertThat(browser.ask("document.activeElement.id").asString())
                .as("only the password is typed again")
                .isEqualTo("password");
        look("sign-in-wrong");
        browser.type(PASSWORD);
        browser.enter();
        var secret = enrol();
        signInWithCode(person, secret);
        ownAccount(secret);
        forgotten(person);
    }

    private String enrol() throws InvalidKeyException {
        browser.at("/login/enrolment");
        look("enrolment");
        var secret = browser.ask("document.getElementById('key').innerText").asString();
        browser.type("000000");
        browser.enter();
        browser.says("This code is not right");
        look("enrolment-wrong");
        browser.type(code(secret));
        browser.enter();
        browser.says("Keep these codes");
        look("recovery-codes");
        tabTo("I have kept them");
        browser.enter();
        browser.at("/account");
        look("account");
        return secret;
    }

    private void signInWithCode(SignedIn person, String secret) throws InvalidKeyException {
        codeMayComeAgain(person);
        signIn(person, PASSWORD);
        browser.at("/login/second-factor");
        look("second-factor");
        tabTo("Use a recovery code instead");
        browser.enter();
        browser.at("/login/recovery");
        look("recovery");
        tabTo("Use the authenticator app");
        browser.enter();
        browser.at("/login/second-factor");
        browser.type(code(secret));
        browser.enter();
        browser.at("/account");
        codeMayComeAgain(person);
    }

    private void codeMayComeAgain(SignedIn person) {
        db.sql("update second_factor set last_step = 0 where user_id = :user")
                .param("user", person.userId())
                .update();
    }

    private void ownAccount(String secret) throws InvalidKeyException {
        tabTo("Where you are signed in");
        browser.enter();
        browser.at("/account/sessions");
        look("sessions");
        tabTo("Back");
        browser.enter();
        browser.at("/account");
        tabTo("Second factor");
        browser.enter();
        browser.at("/account/second-factor");
        look("second-factor-settings");
        tabTo("Code of your app");
        browser.type(code(secret));
        browser.enter();
        browser.says("Keep these codes");
        browser.open(url("/account"));
        tabTo("Change your password");
        browser.enter();
        browser.at("/account/password");
        look("password");
        browser.open(url("/account"));
        tabTo("Sign out");
        browser.enter();
        browser.at("/logout");
        look("sign-out");
        tabTo("Sign out");
        browser.enter();
        browser.at("/login");
    }

    private void forgotten(SignedIn person) {
        look("sign-in");
        tabTo("Forgot your password?");
        browser.enter();
        browser.at("/account/forgot");
        look("forgot");
        browser.type(person.username());
        browser.enter();
        browser.at("/account/forgot/sent");
        look("forgot-sent");
        work.runAll();
        var link = events.await("identity.user.password-reset-requested.v1", person.userId())
                .data()
                .path("resetLink")
                .asString();
        browser.open(url(link.substring(Tokens.ISSUER.length())));
        look("reset");
        browser.type(BETTER);
        tabTo("Once more");
        browser.type(BETTER);
        browser.enter();
        browser.at("/login");
        browser.says("Your new password is set");
        browser.open(url(link.substring(Tokens.ISSUER.length())));
        look("reset-expired");
        signIn(person, BETTER);
        browser.at("/login/second-factor");
        browser.open(url("/account/nothing"));
        look("error");
    }

    @Test
    void access_is_asked_for_by_keyboard_alone() {
        var customer = customers.customer(true);
        var email = IdentityPlatform.name("keys");
        browser.forgetCookies();
        browser.open(url("/login"));
        tabTo("Ask for access");
        browser.enter();
        browser.at("/account/register");
        look("register");
        tabTo("Enterprise, for its own use");
        browser.space();
        fill("Billing account", customer.account());
        fill("Invoice", customer.invoice());
        fill("First name", "Nell");
        fill("Last name", "Newcomer");
        fill("E-mail address", email);
        fill("Phone", "later");
        browser.enter();
        browser.says("This is no phone number");
        look("register-wrong");
        tabTo("Phone");
        browser.selectAll();
        browser.type("+1 303 555 0100");
        browser.enter();
        browser.at("/account/register/sent");
        look("register-sent");
        work.runAll();
        var link = events.await(
                        event -> event.type().equals("identity.registration.submitted.v1")
                                && event.data().path("email").asString().equals(email),
                        "the link to " + email)
                .data()
                .path("verificationLink")
                .asString();
        browser.open(url(link.substring(Tokens.ISSUER.length())));
        look("registration");
        browser.enter();
        browser.says("Your address is confirmed");
        look("registration-confirmed");
    }

    private void fill(String field, String text) {
        tabTo(field);
        browser.type(text);
    }
}
