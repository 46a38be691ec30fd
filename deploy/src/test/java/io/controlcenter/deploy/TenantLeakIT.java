package io.controlcenter.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.deploy.Operations.Operation;
import io.controlcenter.deploy.demo.Cast;
import io.controlcenter.deploy.http.Answer;
import io.controlcenter.deploy.http.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Two enterprises share a user who may do everything in both. What is seen under one never shows the other. */
@ExtendWith(RunningPlatform.One.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantLeakIT {

    private static final String SHARED = "both@leaks.example";
    private static final Pattern NUMBER =
            Pattern.compile("\\b(ENT-\\d+|C-\\d{4,}|A-\\d{5,}|O-\\d{6,}|S-\\d{6,}|T-\\d{6,}|INV-\\d{4}-\\d+)\\b");
    private static final Map<String, Object> EVERYTHING =
            Map.of("admin", true, "permissions", List.of(), "allAccounts", true, "accountIds", List.of());

    private final RunningPlatform platform;
    private final List<Operation> reads;
    private final Operations operations;
    private final String played;
    private final String acme;
    private Caller shared;

    TenantLeakIT(RunningPlatform platform) {
        this.platform = platform;
        this.operations = new Operations(platform.nobody());
        this.reads = operations.scoped().stream()
                .filter(Operation::reads)
                .filter(operation -> !operation.path().startsWith("/api/v1/me"))
                .toList();
        this.played = platform.played().enterprise();
        this.acme = platform.enterprise("Acme Manufacturing");
        this.shared = platform.nobody();
    }

    @BeforeAll
    void a_user_of_both() throws InterruptedException {
        var user = platform.invite(SHARED, played, EVERYTHING);
        platform.operator()
                .put("/api/v1/users/%s/memberships/%s".formatted(user, acme), EVERYTHING)
                .expect(201);
        shared = platform.person(SHARED);
    }

    private static Set<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(hit -> hit.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Everything that can be read under an enterprise, by operation. */
    private Map<Operation, Answer> everything(String enterprise) {
        var caller = shared.on(enterprise);
        var seen = new HashMap<Operation, Answer>();
        var mine = new Operations(platform.nobody());
        for (var operation : reads) {
            seen.put(operation, caller.get(mine.address(operation, caller)));
        }
        return seen;
    }

    private static Set<String> numbers(Map<Operation, Answer> answers) {
        return answers.values().stream()
                .filter(answer -> answer.status() == 200)
                .flatMap(answer -> numbers(answer.body()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void what_is_read_under_one_enterprise_names_nothing_of_the_other() {
        var here = everything(played);
        var there = everything(acme);
        var mine = numbers(here);
        var theirs = numbers(there);
        assertThat(mine).as("something is seen").hasSizeGreaterThan(3).contains(played);
        assertThat(theirs).contains(acme);
        assertThat(mine).doesNotContainAnyElementsOf(theirs);
    }

    @Test
    void what_is_read_by_id_under_the_wrong_enterprise_is_not_there() {
        var mine = shared.on(played);
        var leaks = new ArrayList<String>();
        for (var operation : reads) {
            var address = operations.address(operation, mine);
            if (!operation.path().contains("{") || !operations.isReal(address) || isEverybodys(operation)) {
                continue;
            }
            var answer = shared.on(acme).get(address);
            if (answer.status() != 404 && answer.status() != 403) {
                leaks.add(operation + " " + address + " answered " + answer.status() + " " + answer.body());
            }
        }
        assertThat(leaks).isEmpty();
    }

    /** Catalogue data is the same for all; the shared user is a member of both. */
    private static boolean isEverybodys(Operation operation) {
        return operation.path().startsWith("/api/v1/product-offerings")
                || operation.path().startsWith("/api/v1/business-calendars")
                || operation.path().startsWith("/api/v1/users/{");
    }

    @Test
    void toggling_while_others_toggle_never_mixes_them_up() throws InterruptedException {
        var wrong = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            var calls = IntStream.range(0, 400)
                    .mapToObj(i -> (Callable<String>) () -> {
                        var enterprise = i % 2 == 0 ? played : acme;
                        var answer = shared.on(enterprise)
                                .get("/api/v1/billing-accounts")
                                .expect(200);
                        return answer.json()
                                        .path("items")
                                        .valueStream()
                                        .allMatch(row -> row.path("enterpriseId")
                                                .asString()
                                                .equals(enterprise))
                                ? ""
                                : enterprise + ": " + answer.body();
                    })
                    .toList();
            threads.invokeAll(calls).stream()
                    .map(Future::resultNow)
                    .filter(text -> !text.isEmpty())
                    .forEach(wrong::add);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void all_enterprises_together_are_both_and_no_other() {
        var rows = shared.on("*").get("/api/v1/billing-accounts?limit=100").expect(200);
        assertThat(rows.json()
                        .path("items")
                        .valueStream()
                        .map(row -> row.path("enterpriseId").asString())
                        .distinct())
                .containsExactlyInAnyOrder(played, acme);
        var alone = ids(shared.on(played)) + ids(shared.on(acme));
        assertThat(rows.json().path("items")).hasSize(alone);
        assertThat(platform.person(Cast.GLOBEX_ADMIN)
                        .on("*")
                        .get("/api/v1/billing-accounts")
                        .expect(200)
                        .body())
                .doesNotContain(played)
                .doesNotContain(acme);
        assertThat(shared.on("*").post("/api/v1/sites", Map.of()).status()).isEqualTo(400);
    }

    private static int ids(Caller caller) {
        return caller.get("/api/v1/billing-accounts?limit=100")
                .expect(200)
                .json()
                .path("items")
                .size();
    }

    /** Even where one permission is missing, nothing is shown of that enterprise, and it is said so. */
    @Test
    void permissions_are_judged_per_enterprise() {
        var answer = platform.person(Cast.ACME_ADMIN)
                .on("*")
                .get("/api/v1/billing-accounts")
                .expect(200);
        var access = answer.json()
                .path("enterprises")
                .valueStream()
                .collect(Collectors.toMap(
                        (JsonNode one) -> one.path("name").asString(),
                        one -> one.path("access").asString()));
        assertThat(access).containsEntry("Acme Manufacturing", "INCLUDED").containsEntry("Acme Logistics", "FORBIDDEN");
    }
}
