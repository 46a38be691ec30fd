package io.controlcenter.identity;

import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Steps that several integration tests of this service take; each test gets enterprises and users of its own. */
@TestComponent
public class IdentityPlatform {

    public static final Tokens.Draft OPERATOR = Tokens.provider("OPERATIONS");
    public static final String PASSWORD = "four words and a comma";
    public static final String PORTAL = "control-center-portal";
    public static final String CALLBACK = Tokens.ISSUER + "/portal/callback";
    public static final String GATEWAY_SECRET = "gateway-secret-of-the-tests";
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private final Api api;
    private final Events events;
    private final Environment environment;

    IdentityPlatform(Api api, Events events, Environment environment) {
        this.api = api;
        this.events = events;
        this.environment = environment;
    }

    public int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    public Browser browser() {
        return new Browser(port());
    }

    /** A user name that nobody has. */
    public static String name(String role) {
        return role + NEXT.getAndIncrement() + "@acme.example";
    }

    /** @param numbers its customer numbers */
    public record Tenant(String enterprise, List<String> numbers) {

        public Tokens.Draft admin() {
            return Tokens.customer(enterprise, "ENTERPRISE_ADMIN", "USER_ADMIN");
        }
    }

    public Tenant tenant() {
        var created = json(api.post(
                        OPERATOR,
                        "/api/v1/enterprises",
                        Map.of(
                                "name",
                                "Acme Manufacturing",
                                "segment",
                                "ENTERPRISE",
                                "customerNumbers",
                                List.of(Map.of("name", "Headquarters"), Map.of("name", "Plants"))))
                .expectStatus()
                .isCreated());
        var numbers = new ArrayList<String>();
        created.path("customerNumbers")
                .forEach(number -> numbers.add(number.path("number").asString()));
        return new Tenant(created.path("enterpriseId").asString(), numbers);
    }

    /** An account that billing opened and that has its place. */
    public String account(Tenant tenant) {
        var accountId = "A-" + (1_000_000 + NEXT.getAndIncrement());
        opened(accountId, tenant.enterprise(), tenant.numbers().getFirst());
        events.await("identity.account.added.v1", accountId);
        return accountId;
    }

    /** Billing tells of an account. */
    public UUID opened(String accountId, String enterpriseId, String customerNumber) {
        return events.send(
                "billing.account.v1", "billing.account.created.v1", accountId, enterpriseId, 1, """
                {"accountId":"%s","name":"Main account","enterpriseId":"%s","customerNumber":"%s","segment":"ENTERPRISE",
                 "currency":"USD","timeZone":"America/Chicago","billCycleDay":1,"billingMode":"ADVANCE",
                 "delivery":"PAPERLESS","billingContact":null,"createdAt":"2026-06-01T15:00:00Z"}""".formatted(
                                accountId, enterpriseId, customerNumber));
    }

    public static Map<String, Object> person(String username, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of(
                "username", username,
                "email", username,
                "firstName", "Ada",
                "lastName", "Buyer",
                "timeZone", "America/Chicago"));
        body.putAll(more);
        return body;
    }

    public RestTestClient.ResponseSpec invite(Tokens.Draft by, String username, Map<String, ?> more) {
        return api.post(by, "/api/v1/users", person(username, more));
    }

    /** An invited user of an enterprise; the id. */
    public String member(Tenant tenant, String username, Map<String, ?> membership) {
        return text(
                invite(OPERATOR.on(tenant.enterprise()), username, Map.of("membership", membership))
                        .expectStatus()
                        .isCreated(),
                "userId");
    }

    public String staff(String username, String... roles) {
        return text(
                invite(OPERATOR, username, Map.of("providerRoles", List.of(roles)))
                        .expectStatus()
                        .isCreated(),
                "userId");
    }

    /** Chooses a password by the link in the invitation. */
    public void accept(String userId) {
        var link = events.await("identity.user.invited.v1", userId)
                .data()
                .path("signInLink")
                .asString();
        var path = link.substring(Tokens.ISSUER.length());
        var browser = browser();
        var answer = browser.submit(
                browser.get(path), "/account/invitation", Map.of("password", PASSWORD, "repeated", PASSWORD));
        if (!Browser.location(answer).endsWith("/login?welcome")) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    /** Signs in through the portal's client; the token endpoint's answer. */
    public JsonNode signedIn(String username) {
        return signedIn(browser(), username);
    }

    public JsonNode signedIn(Browser browser, String username) {
        browser.signIn(username, PASSWORD);
        return tokens(browser);
    }

    /** What the portal's client gets in a browser in which somebody is signed in. */
    public JsonNode tokens(Browser browser) {
        var code = Browser.parameter(Browser.location(browser.authorize(PORTAL, CALLBACK, Map.of())), "code");
        return Browser.json(browser.token(
                PORTAL,
                "",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        CALLBACK,
                        "code_verifier",
                        Browser.VERIFIER)));
    }

    /** What the gateway asks; without an enterprise when that is empty. */
    public java.net.http.HttpResponse<String> exchange(String accessToken, String enterpriseId) {
        var fields = new HashMap<>(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token",
                accessToken,
                "subject_token_type",
                "urn:ietf:params:oauth:token-type:access_token",
                "audience",
                Tokens.AUDIENCE));
        if (!enterpriseId.isEmpty()) {
            fields.put("resource", "urn:control-center:enterprise:" + enterpriseId);
        }
        return browser().token("gateway", GATEWAY_SECRET, fields);
    }

    public RestTestClient.ResponseSpec put(Tokens.Draft by, String path, Object body) {
        return api.as(by)
                .put()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    public RestTestClient.ResponseSpec patch(Tokens.Draft by, String path, Object body) {
        return api.as(by)
                .patch()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    public RestTestClient.ResponseSpec delete(Tokens.Draft by, String path) {
        return api.as(by).delete().uri(path).exchange();
    }

    public static JsonNode json(RestTestClient.ResponseSpec answer) {
        var body = answer.expectBody(String.class).returnResult().getResponseBody();
        return JsonMapper.shared().readTree(String.valueOf(body));
    }

    public static String text(RestTestClient.ResponseSpec answer, String property) {
        return json(answer).path(property).asString();
    }

    /** Status and code of an answer, such as {@code 409 username-taken}. */
    public static String problem(RestTestClient.ResponseSpec answer) {
        var result = answer.expectBody(String.class).returnResult();
        var body = JsonMapper.shared().readTree(String.valueOf(result.getResponseBody()));
        return result.getStatus().value() + " " + body.path("code").asString();
    }
}
