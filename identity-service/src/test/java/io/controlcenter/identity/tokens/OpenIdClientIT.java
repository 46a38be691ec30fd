package io.controlcenter.identity.tokens;

import static io.controlcenter.identity.IdentityPlatform.CALLBACK;
import static io.controlcenter.identity.IdentityPlatform.OPERATOR;
import static io.controlcenter.identity.IdentityPlatform.PASSWORD;
import static io.controlcenter.identity.IdentityPlatform.PORTAL;
import static io.controlcenter.identity.IdentityPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.controlcenter.identity.Browser;
import io.controlcenter.identity.IdentityPlatform;
import io.controlcenter.identity.IdentityServiceTest;
import io.controlcenter.identity.PartnerClient;
import io.controlcenter.identity.SignedIn;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Tokens;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A certified client library, unchanged, against our provider: panva's openid-client, wherever node is installed and npm
 * can fetch it. See docs/decisions/2026-11-30-certified-client-in-node.md.
 */
@IdentityServiceTest
class OpenIdClientIT {

    private static final Path SOURCE = Path.of("src", "test", "openid-client");
    private static final Path PLACE = Path.of("target", "openid-client");

    @Autowired
    private IdentityPlatform platform;

    @Autowired
    private Api api;

    /** Fetched once per build folder; what is fetched is fixed by its digest. */
    private static void install() throws IOException, InterruptedException {
        Assumptions.assumeTrue(run(Path.of("."), "node", "--version"), "No node is installed");
        Files.createDirectories(PLACE);
        for (var name : List.of("package.json", "package-lock.json", "walk.mjs")) {
            Files.write(PLACE.resolve(name), Files.readAllBytes(SOURCE.resolve(name)));
        }
        if (!Files.exists(PLACE.resolve("node_modules").resolve("openid-client"))) {
            Assumptions.assumeTrue(
                    run(PLACE, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"),
                    "npm cannot fetch openid-client");
        }
    }

    private static boolean run(Path where, String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .directory(where.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    /** The client, and what it says. */
    private static final class Walk implements AutoCloseable {

        private final Process process;
        private final BufferedReader said;
        private final File errors = PLACE.resolve("errors.txt").toFile();

        Walk(String base, Map<String, ?> told) throws IOException {
            process = new ProcessBuilder(
                            "node",
                            "walk.mjs",
                            Tokens.ISSUER,
                            base,
                            JsonMapper.shared().writeValueAsString(told))
                    .directory(PLACE.toFile())
                    .redirectError(errors)
                    .start();
            said = process.inputReader(StandardCharsets.UTF_8);
        }

        JsonNode next() throws IOException {
            var line = said.readLine();
            assertThat(line).as(() -> read(errors.toPath())).isNotNull();
            return JsonMapper.shared().readTree(line);
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                return e.toString();
            }
        }

        void tell(String line) throws IOException {
            var writer = process.outputWriter(StandardCharsets.UTF_8);
            writer.write(line);
            writer.newLine();
            writer.flush();
        }

        @Override
        public void close() {
            process.destroy();
        }
    }

    private Map<String, Object> keyed(String enterprise) throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).keyID("own").generate();
        var jwks = new JWKSet(List.<JWK>of(key)).toJSONObject(true);
        var registered = json(api.post(
                        OPERATOR,
                        "/api/v1/api-clients",
                        PartnerClient.draft(List.of(enterprise), Map.of("jwks", jwks), "ORDER_VIEW"))
                .expectStatus()
                .isCreated());
        return Map.of("id", registered.path("clientId").asString(), "jwk", key.toJSONObject());
    }

    @Test
    void a_certified_client_finds_everything_as_discovery_says() throws Exception {
        install();
        var person = SignedIn.administrator(platform);
        var partner = PartnerClient.register(api, List.of(person.tenant().enterprise()), "ORDER_VIEW");
        var told = Map.of(
                "portal",
                PORTAL,
                "callback",
                CALLBACK,
                "afterSignOut",
                Tokens.ISSUER + "/portal",
                "partner",
                Map.of("id", partner.id(), "secret", partner.secret()),
                "keyed",
                keyed(person.tenant().enterprise()));
        try (var walk = new Walk("http://localhost:" + platform.port(), told)) {
            var browser = platform.browser();
            browser.signIn(person.username(), PASSWORD);
            walk.tell(Browser.location(browser.get(here(walk.next().path("authorize")))));
            var found = walk.next();
            assertThat(found.path("sub").asString()).isEqualTo(person.userId());
            assertThat(found.path("username").asString()).isEqualTo(person.username());
            assertThat(found.path("email").asString()).isEqualTo(person.username());
            assertThat(found.path("rotated").asBoolean()).isTrue();
            assertThat(Browser.location(browser.get(here(found.path("signOut")))))
                    .isEqualTo(Tokens.ISSUER + "/portal");
            assertThat(Browser.location(browser.get("/account"))).endsWith("/login");
            walk.tell("signed out");
            assertThat(walk.next().path("afterSignOut").asString()).isEqualTo("invalid_grant");
            var programs = walk.next();
            for (var way : List.of("basic", "post")) {
                assertThat(programs.path(way).toString())
                        .isEqualTo("{\"active\":true,\"scope\":\"ORDER_VIEW\",\"afterwards\":false}");
            }
            assertThat(programs.path("key").path("active").asBoolean()).isTrue();
        }
    }

    /** The public address, where this test's server listens. */
    private String here(JsonNode url) {
        return url.asString().replace(Tokens.ISSUER, "http://localhost:" + platform.port());
    }
}
