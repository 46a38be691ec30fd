package io.controlcenter.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.controlcenter.platform.security.Reach;
import io.controlcenter.platform.tenancy.TenantScope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is true of every service: each extends it once, under its own service-test annotation. Every endpoint is guarded and refuses every bad token, the API is
 * the committed one and documented in full, every tenant table is walled, and all migrations ran from empty.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServiceContract {

    @Autowired
    private Api api;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void every_endpoint_says_who_may_call_it() {
        assertThat(Endpoints.of(mappings))
                .filteredOn(endpoint -> endpoint.rule() == null
                        || (endpoint.rule().value().length == 0
                                && endpoint.rule().reach() != Reach.PUBLIC
                                && endpoint.rule().reach() != Reach.SELF))
                .isEmpty();
    }

    Stream<Arguments> guarded() {
        return Endpoints.of(mappings).stream()
                .filter(endpoint -> !endpoint.isPublic())
                .map(endpoint -> arguments(endpoint));
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void no_bad_token_passes(Endpoints.Endpoint endpoint) {
        var user = Tokens.customer("E-NOBODY");
        assertThat(code(endpoint, null)).isEqualTo("401 missingCredentials");
        assertThat(code(endpoint, user.expired())).isEqualTo("401 token-expired");
        assertThat(code(endpoint, user.forged())).isEqualTo("401 invalidCredentials");
        assertThat(code(endpoint, user.unsigned())).isEqualTo("401 invalidCredentials");
        assertThat(code(endpoint, user.forAnotherAudience())).isEqualTo("401 invalidCredentials");
        assertThat(code(endpoint, "not-a-token")).isEqualTo("401 invalidCredentials");
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void nobody_passes_without_the_permission(Endpoints.Endpoint endpoint) {
        var rule = java.util.Objects.requireNonNull(endpoint.rule());
        if (rule.reach() == Reach.SELF) {
            return;
        }
        assertThat(code(endpoint, Tokens.customer("E-NOBODY").token())).isEqualTo("403 accessDenied");
        if (rule.reach() == Reach.PROVIDER) {
            var posing = Tokens.customer("E-NOBODY", rule.value());
            assertThat(code(endpoint, posing.token())).isEqualTo("403 accessDenied");
        } else if (rule.reach() == Reach.ENTERPRISE) {
            var nowhere = Tokens.provider(rule.value());
            assertThat(code(endpoint, nowhere.token())).isEqualTo("400 enterprise-required");
        } else {
            var nowhere = new Tokens.Draft("user", "CUSTOMER", null, null, java.util.List.of(rule.value()));
            assertThat(code(endpoint, nowhere.token())).isEqualTo("400 enterprise-required");
        }
    }

    private String code(Endpoints.Endpoint endpoint, @org.jspecify.annotations.Nullable String token) {
        var client = token == null ? api.anonymous() : api.withToken(token);
        var answer = client.method(endpoint.method())
                .uri(endpoint.path())
                .contentType(MediaType.APPLICATION_JSON)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        var body = JsonMapper.shared().readTree(String.valueOf(answer.getResponseBody()));
        return answer.getStatus().value() + " " + body.path("code").asString();
    }

    private String document() {
        return String.valueOf(api.anonymous()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void the_api_is_the_committed_one() throws IOException {
        var actual = document();
        assertThat(ApiSnapshot.normal(actual))
                .as("contracts/http/openapi.json; -Dcontracts.update=true writes it anew")
                .isEqualTo(ApiSnapshot.http().committed(actual));
    }

    @Test
    void every_operation_is_documented() {
        var missing = new ArrayList<String>();
        ExampleRecorder.writeMissingAtTheEnd(document());
        JsonMapper.shared()
                .readTree(document())
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> gaps(operation.getValue())
                                .forEach(gap -> missing.add(operation.getKey() + " " + path.getKey() + ": " + gap))));
        assertThat(missing).isEmpty();
    }

    private static List<String> gaps(JsonNode operation) {
        var gaps = new ArrayList<String>();
        if (operation.path("operationId").asString("").matches(".*_\\d+|")) {
            gaps.add("no operation id of its own");
        }
        if (operation.path("summary").asString("").isBlank()) {
            gaps.add("no summary");
        }
        operation.path("requestBody").path("content").forEach(content -> example(content, "request", gaps));
        operation.path("responses").properties().forEach(response -> {
            if (response.getKey().startsWith("2")) {
                response.getValue().path("content").properties().forEach(content -> {
                    if (content.getKey().endsWith("json")) {
                        example(content.getValue(), "response", gaps);
                    }
                });
            }
        });
        return gaps;
    }

    private static void example(JsonNode content, String what, List<String> gaps) {
        if (content.path("example").isMissingNode() && content.path("examples").isMissingNode()) {
            gaps.add("no example of its " + what);
        }
    }

    @Test
    void every_tenant_table_is_walled() {
        var walls = new TenantWalls(db, transaction);
        assertThat(walls.unguarded()).isEmpty();
        assertThat(walls.owned()).isEmpty();
        assertThat(walls.seen(TenantScope.NOTHING)).isEmpty();
        assertThat(walls.seen(TenantScope.of("E-NOBODY"))).isEmpty();
    }

    @Test
    void every_migration_ran_from_empty() throws IOException {
        var files = new org.springframework.core.io.support.PathMatchingResourcePatternResolver()
                .getResources("classpath*:db/*/V*.sql");
        try (var connection = java.sql.DriverManager.getConnection(Infrastructure.ownerUrl(context()));
                var statement = connection.createStatement();
                var applied = statement.executeQuery(
                        "select count(*) from flyway_schema_history where success and type = 'SQL'")) {
            applied.next();
            assertThat(applied.getInt(1)).isEqualTo(files.length);
        } catch (java.sql.SQLException e) {
            throw new IOException(e);
        }
    }

    @Autowired
    private org.springframework.core.env.Environment environment;

    private String context() {
        return environment.getRequiredProperty("controlcenter.context");
    }
}
