package io.controlcenter.identity.tokens;

import static io.controlcenter.identity.IdentityPlatform.OPERATOR;
import static io.controlcenter.identity.IdentityPlatform.json;
import static io.controlcenter.identity.IdentityPlatform.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.identity.Browser;
import io.controlcenter.identity.IdentityPlatform;
import io.controlcenter.identity.IdentityServiceTest;
import io.controlcenter.identity.SignedIn;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import io.controlcenter.platform.work.DueWorkRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The keys that sign tokens are changed on the clock, and nobody notices. */
@IdentityServiceTest
class SigningKeysIT {

    private static final String KEYS = "/api/v1/operations/identity/signing-keys";

    @Autowired
    private IdentityPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @Autowired
    private DueWorkRunner work;

    @Autowired
    private JdbcClient db;

    @Autowired
    private SigningKeys keys;

    @Autowired
    private KeyStore store;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private List<JsonNode> listed() {
        var items = new ArrayList<JsonNode>();
        json(api.get(OPERATOR, KEYS).expectStatus().isOk()).path("items").forEach(items::add);
        return items;
    }

    private String signing() {
        return listed().stream()
                .filter(key -> key.path("use").asString().equals("SIGNING"))
                .findFirst()
                .orElseThrow()
                .path("kid")
                .asString();
    }

    private List<String> published() {
        var kids = new ArrayList<String>();
        Browser.json(platform.browser().get("/oauth2/jwks"))
                .path("keys")
                .forEach(key -> kids.add(key.path("kid").asString()));
        return kids;
    }

    /** As if the present keys had been made a while ago. */
    private void age(Duration by) {
        db.sql("update signing_key set created_at = created_at - make_interval(secs => :seconds)")
                .param("seconds", by.toSeconds())
                .update();
        keys.changed();
    }

    @Test
    void a_new_key_is_published_first_signs_then_and_the_old_one_verifies_until_its_tokens_are_gone() {
        var old = signing();
        var tokens = platform.signedIn(SignedIn.administrator(platform).username());
        clock.advance(Duration.ofDays(365));
        work.runAll();
        work.runAll();
        var next = listed().getFirst().path("kid").asString();
        assertThat(next).isNotEqualTo(old);
        assertThat(signing()).as("not before everybody knows it").isEqualTo(old);
        assertThat(published()).contains(old, next);
        age(Duration.ofMinutes(1));
        assertThat(signing()).isEqualTo(next);
        assertThat(platform.exchange(tokens.path("access_token").asString(), "").statusCode())
                .as("signed by the old one")
                .isEqualTo(200);
        var fresh = platform.signedIn(SignedIn.administrator(platform).username());
        assertThat(Browser.header(fresh.path("access_token").asString())
                        .path("kid")
                        .asString())
                .isEqualTo(next);
        work.runAll();
        assertThat(published()).as("for a day").contains(old);
        age(Duration.ofDays(1));
        work.runAll();
        assertThat(published()).doesNotContain(old).contains(next);
    }

    @Test
    void private_keys_are_sealed_at_rest_and_those_from_before_are_sealed_late() {
        var kid = signing();
        assertThat(stored(kid)).startsWith("sealed:").doesNotContain("\"d\"");
        var plain = store.readOrMakeFirst().stream()
                .filter(key -> key.member().kid().equals(kid))
                .findFirst()
                .orElseThrow()
                .key()
                .toJSONString();
        db.sql("update signing_key set jwk = :plain where kid = :kid")
                .param("plain", plain)
                .param("kid", kid)
                .update();
        assertThat(store.readOrMakeFirst())
                .extracting(key -> key.member().kid())
                .contains(kid);
        work.runAll();
        assertThat(stored(kid)).startsWith("sealed:");
    }

    private String stored(String kid) {
        return db.sql("select jwk from signing_key where kid = :kid")
                .param("kid", kid)
                .query(String.class)
                .single();
    }

    @Test
    void replicas_that_find_it_due_at_once_make_one_key() throws Exception {
        var before = store.readOrMakeFirst().size();
        Callable<Boolean> replica = () -> store.addIf(present -> present.size() == before);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var made = 0;
            for (var answer : threads.invokeAll(List.of(replica, replica, replica, replica))) {
                made += answer.get() ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
        }
        keys.changed();
    }

    @Test
    void operations_change_it_by_hand_and_take_a_known_one_away() {
        var old = signing();
        assertThat(problem(platform.delete(OPERATOR, KEYS + "/" + old))).isEqualTo("409 signing-key-in-use");
        var made = json(api.post(OPERATOR, KEYS).expectStatus().isCreated());
        assertThat(made.path("items").path(0).path("use").asString()).isEqualTo("WAITING");
        age(Duration.ofMinutes(1));
        platform.delete(OPERATOR, KEYS + "/" + old).expectStatus().isNoContent();
        platform.delete(OPERATOR, KEYS + "/" + old).expectStatus().isNotFound();
        assertThat(published()).doesNotContain(old);
        for (var nobody : List.of(Tokens.provider("SALES"), Tokens.customer("ENT-100001", "ENTERPRISE_ADMIN"))) {
            api.get(nobody, KEYS).expectStatus().isForbidden();
        }
    }
}
