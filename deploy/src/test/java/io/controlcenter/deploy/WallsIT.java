package io.controlcenter.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.deploy.Operations.Operation;
import io.controlcenter.deploy.demo.Cast;
import io.controlcenter.deploy.http.Answer;
import io.controlcenter.deploy.http.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Walks every operation of every service through the gateway as everybody who may not, and sees that each is turned away
 * with exactly the status and code of domain b.0 and b.7.
 */
@ExtendWith(RunningPlatform.One.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WallsIT {

    private static final String NO_PERMISSIONS = "nothing@walls.example";
    private static final String NO_ACCOUNTS = "nowhere@walls.example";

    /** What is wrong with a body is found after what is wrong with the caller. */
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    /** What belongs to an enterprise as a whole or to nobody, and not to an account. */
    private static final Set<String> WITHOUT_ACCOUNT = Set.of(
            "identity",
            "product-offerings",
            "sites",
            "standard-intervals",
            "rate-card",
            "business-calendars",
            "credit-policy",
            "notification-types",
            "repair-performance/targets",
            "billing-request-types",
            "messages");

    private final RunningPlatform platform;
    private final Operations operations;
    private final String home;
    private final Caller admin;

    WallsIT(RunningPlatform platform) {
        this.platform = platform;
        this.operations = new Operations(platform.nobody());
        this.home = platform.played().enterprise();
        this.admin = platform.played().admin().on(home);
    }

    @BeforeAll
    void people() throws InterruptedException {
        platform.invite(
                NO_PERMISSIONS,
                home,
                Map.of("admin", false, "permissions", List.of(), "allAccounts", true, "accountIds", List.of()));
        platform.invite(
                NO_ACCOUNTS,
                home,
                Map.of(
                        "admin",
                        false,
                        "permissions",
                        List.copyOf(customerPermissions()),
                        "allAccounts",
                        false,
                        "accountIds",
                        List.of()));
    }

    private Set<String> customerPermissions() {
        return admin.get("/api/v1/permissions")
                .expect(200)
                .json()
                .path("sections")
                .valueStream()
                .flatMap(section -> section.path("permissions").valueStream())
                .map(permission -> permission.path("code").asString())
                .filter(code -> !code.equals("ENTERPRISE_ADMIN"))
                .collect(Collectors.toSet());
    }

    /** Calls each operation, several at a time, and tells which did not answer as they should. */
    private List<String> wrong(
            List<Operation> walked, Function<Operation, Answer> call, Function<Operation, Set<String>> wanted)
            throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var calls = walked.stream()
                    .map(operation -> (Callable<String>) () -> {
                        var answer = code(call.apply(operation));
                        var right = wanted.apply(operation);
                        return right.contains(answer) ? "" : operation + " answered " + answer + ", not " + right;
                    })
                    .toList();
            return threads.invokeAll(calls).stream()
                    .map(Future::resultNow)
                    .filter(text -> !text.isEmpty())
                    .sorted()
                    .toList();
        }
    }

    private static String code(Answer answer) {
        var problem = answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
        return answer.status() + (problem ? " " + answer.text("/code") : "");
    }

    private Answer call(Operation operation, Caller caller) {
        return caller.send(operation.method(), operations.address(operation, admin), null, JSON);
    }

    @Test
    void there_is_something_to_walk() {
        assertThat(operations.guarded()).hasSizeGreaterThan(100);
        assertThat(operations.all().stream().map(Operation::service).distinct()).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({
        "missing, missingCredentials",
        "expired, token-expired",
        "forged, invalidCredentials",
        "unsigned, invalidCredentials",
        "anotherAudience, invalidCredentials",
        "garbage, invalidCredentials"
    })
    void no_bad_token_passes(String fault, String code) throws InterruptedException {
        var subject = admin.get("/api/v1/me").expect(200).text("/userId");
        var forge = platform.forge();
        var caller =
                switch (fault) {
                    case "missing" -> platform.nobody();
                    case "expired" -> platform.withToken(forge.expired(subject));
                    case "forged" -> platform.withToken(forge.forged(subject));
                    case "unsigned" -> platform.withToken(forge.unsigned(subject));
                    case "anotherAudience" -> platform.withToken(forge.forAnotherAudience(subject));
                    default -> platform.withToken("no.token.atall");
                };
        assertThat(wrong(
                        operations.guarded(),
                        operation -> call(operation, caller.on(home)),
                        _ -> Set.of("401 " + code)))
                .isEmpty();
    }

    @Test
    void an_enterprise_of_others_is_forbidden() throws InterruptedException {
        var stranger = platform.person(Cast.GLOBEX_ADMIN).on(home);
        var behindTheGateway = operations.guarded().stream()
                .filter(operation -> !operation.service().equals("gateway"))
                .toList();
        assertThat(wrong(
                        behindTheGateway,
                        operation -> call(operation, stranger),
                        _ -> Set.of("403 enterprise-forbidden")))
                .isEmpty();
    }

    /** By id, under an enterprise of one's own: as if it did not exist, whatever may be wrong with the request besides. */
    @Test
    void what_belongs_to_others_does_not_exist() throws InterruptedException {
        var stranger = platform.person(Cast.GLOBEX_ADMIN).on(platform.enterprise("Globex Carrier"));
        var byId = operations.scoped().stream()
                .filter(operation -> operation.path().contains("{"))
                .filter(operation -> !withoutAccount(operation)
                        || operation.path().startsWith("/api/v1/users/")
                        || operation.path().startsWith("/api/v1/api-clients/")
                        || operation.path().startsWith("/api/v1/enterprises/"))
                .filter(operation -> operations.isReal(operations.address(operation, admin)))
                .toList();
        assertThat(byId).hasSizeGreaterThan(20);
        var invalid = Set.of(
                "404 notFound",
                "403 accessDenied",
                "422 invalidValue",
                "400 invalidBody",
                "400 idempotency-key-required",
                "422 missingProperty",
                "400 missingQueryParameter");
        assertThat(wrong(
                        byId,
                        operation -> call(operation, stranger),
                        operation -> operation.reads() ? Set.of("404 notFound", "403 accessDenied") : invalid))
                .isEmpty();
    }

    @Test
    void without_a_permission_nothing_is_allowed() throws InterruptedException {
        var idle = platform.person(NO_PERMISSIONS).on(home);
        assertThat(wrong(operations.scoped(), operation -> call(operation, idle), _ -> Set.of("403 accessDenied")))
                .isEmpty();
    }

    @Test
    void a_partner_may_do_what_its_scopes_say_and_nothing_else() throws InterruptedException {
        var scope = "MAINT_INQUIRE";
        var made = platform.operator()
                .post(
                        "/api/v1/api-clients",
                        Map.of(
                                "clientId", "walls-partner",
                                "name", "A partner with one scope",
                                "kind", "CONFIDENTIAL",
                                "permissions", List.of(scope),
                                "enterpriseIds", List.of(home)))
                .expect(201);
        var partner =
                platform.partner("walls-partner", made.text("/clientSecret")).on(home);
        var closed = operations.scoped().stream()
                .filter(operation -> !operation.permissions().contains(scope))
                .toList();
        assertThat(wrong(closed, operation -> call(operation, partner), _ -> Set.of("403 accessDenied")))
                .isEmpty();
    }

    /** Permissions without accounts show no row of an account: lists are empty, and what is asked for by id is not there. */
    @Test
    void without_an_account_nothing_of_accounts_is_seen() throws InterruptedException {
        var nowhere = platform.person(NO_ACCOUNTS).on(home);
        var permissions = customerPermissions();
        var readable = operations.scoped().stream()
                .filter(Operation::reads)
                .filter(operation -> operation.permissions().stream().anyMatch(permissions::contains))
                .filter(operation -> !withoutAccount(operation))
                .toList();
        assertThat(readable).hasSizeGreaterThan(20);
        var seen = new ArrayList<String>();
        for (var operation : readable) {
            var address = operations.address(operation, admin);
            var answer = nowhere.get(address);
            boolean one = operation.path().contains("{") && operations.isReal(address);
            if (one ? answer.status() != 404 : answer.status() == 200 && showsRows(answer)) {
                seen.add(operation + " answered " + code(answer) + " " + answer.body());
            }
        }
        assertThat(seen).isEmpty();
    }

    private static boolean showsRows(Answer answer) {
        return answer.body().startsWith("{") && !answer.json().path("items").isEmpty();
    }

    private static boolean withoutAccount(Operation operation) {
        return WITHOUT_ACCOUNT.stream()
                .anyMatch(one ->
                        operation.service().equals(one) || operation.path().startsWith("/api/v1/" + one));
    }

    @ParameterizedTest
    @CsvSource({
        "sales@provider.example, SALES",
        "engineer@provider.example, SALES_ENGINEER",
        "ccm@provider.example, CCM",
        "credit@provider.example, CREDIT_ANALYST",
        "tech@provider.example, TECHNICIAN",
        "billing@provider.example, BILLING_COORDINATOR",
        "change@provider.example, CHANGE_MANAGER",
        "ops@provider.example, OPERATIONS"
    })
    void a_provider_role_opens_what_it_is_for_and_nothing_else(String username, String role)
            throws InterruptedException {
        var staff = platform.person(username).on(home);
        var closed = operations.scoped().stream()
                .filter(operation -> !operation.permissions().contains(role))
                .toList();
        assertThat(wrong(closed, operation -> call(operation, staff), _ -> Set.of("403 accessDenied")))
                .isEmpty();
        var refused = operations.scoped().stream()
                .filter(operation ->
                        operation.reads() && operation.permissions().contains(role))
                .filter(operation -> Set.of(401, 403, 500, 503)
                        .contains(call(operation, staff).status()))
                .toList();
        assertThat(refused).isEmpty();
    }

    @Test
    void what_is_open_asks_for_no_token() {
        var asked = operations.all().stream()
                .filter(Operation::open)
                .filter(operation -> call(operation, platform.nobody()).status() == 401)
                .toList();
        assertThat(asked).isEmpty();
    }
}
