package io.controlcenter.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.deploy.http.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an administrator takes away stops working within two seconds, though the access token lives on (design 4.2). */
@ExtendWith(RunningPlatform.One.class)
class RevocationIT {

    private static final Duration BOUND = Duration.ofSeconds(2);
    private static int people;

    private final RunningPlatform platform;
    private final String acme;
    private final Caller operator;
    private String user = "";
    private Caller member;

    RevocationIT(RunningPlatform platform) {
        this.platform = platform;
        this.acme = platform.enterprise("Acme Manufacturing");
        this.operator = platform.operator().on(acme);
        this.member = platform.nobody();
    }

    @BeforeEach
    void a_member() throws InterruptedException {
        var username = "revoked-%d@walls.example".formatted(++people);
        user = platform.invite(username, acme, grant(List.of("BILLING_VIEW"), true, List.of()));
        member = platform.person(username).on(acme);
        assertThat(member.get("/api/v1/billing-accounts").status()).isEqualTo(200);
    }

    private static Map<String, Object> grant(List<String> permissions, boolean all, List<String> accounts) {
        return Map.of("admin", false, "permissions", permissions, "allAccounts", all, "accountIds", accounts);
    }

    private void within_two_seconds(int status, Supplier<Integer> asked) {
        Awaitility.await()
                .atMost(BOUND)
                .pollInterval(Duration.ofMillis(25))
                .pollDelay(Duration.ZERO)
                .until(() -> asked.get() == status);
    }

    private String membership() {
        return "/api/v1/users/%s/memberships/%s".formatted(user, acme);
    }

    @Test
    void a_permission() {
        operator.put(membership(), grant(List.of("ORDER_VIEW"), true, List.of()))
                .expect(200);
        within_two_seconds(403, () -> member.get("/api/v1/billing-accounts").status());
    }

    @Test
    void an_account() {
        var accounts = member.get("/api/v1/billing-accounts").expect(200);
        var taken = "/api/v1/billing-accounts/" + accounts.text("/items/0/accountId");
        var left = accounts.text("/items/1/accountId");
        assertThat(member.get(taken).status()).isEqualTo(200);
        operator.put(membership(), grant(List.of("BILLING_VIEW"), false, List.of(left)))
                .expect(200);
        within_two_seconds(404, () -> member.get(taken).status());
        assertThat(member.get("/api/v1/billing-accounts/" + left).status()).isEqualTo(200);
    }

    @Test
    void a_membership() {
        operator.send("DELETE", membership(), null, Map.of()).expect(204);
        within_two_seconds(403, () -> member.get("/api/v1/billing-accounts").status());
    }

    @Test
    void a_person() {
        operator.post("/api/v1/users/" + user + "/deactivate", Map.of());
        within_two_seconds(401, () -> member.get("/api/v1/billing-accounts").status());
    }
}
