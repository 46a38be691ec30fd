package io.controlcenter.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.TenantWalls;
import io.controlcenter.platform.test.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Tokens, permissions, enterprises and accounts, from the door down to row-level security. */
@SampleTest
class AccessIT {

    @Autowired
    private Api api;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    private String memoOf(Tokens.Draft user, String account) {
        var body = new HashMap<String, Object>(Map.of("text", "a", "colour", "RED"));
        body.put("accountId", account);
        var location = api.post(user, "/api/v1/memos", body)
                .expectStatus()
                .isCreated()
                .returnResult(String.class)
                .getResponseHeaders()
                .getFirst("Location");
        return String.valueOf(location);
    }

    @Test
    void only_a_good_token_opens_the_door() {
        var user = Tokens.customer("E-DOOR", "MEMO_VIEW");
        api.get(user, "/api/v1/memos").expectStatus().isOk();
        for (var bad : new String[] {user.forged(), user.unsigned(), user.forAnotherAudience(), "x.y.z"}) {
            api.withToken(bad)
                    .get()
                    .uri("/api/v1/memos")
                    .exchange()
                    .expectStatus()
                    .isUnauthorized()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("invalidCredentials");
        }
        api.withToken(user.expired())
                .get()
                .uri("/api/v1/memos")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("token-expired");
        api.anonymous()
                .get()
                .uri("/api/v1/memos")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("missingCredentials");
    }

    @Test
    void permissions_and_reach_are_judged_before_anything_is_read() {
        api.post(Tokens.customer("E-1", "MEMO_VIEW"), "/api/v1/memos", Map.of("nonsense", true))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.requiredPermissions[0]")
                .isEqualTo("MEMO_WRITE");
        api.get(Tokens.provider("MEMO_VIEW"), "/api/v1/memos")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("enterprise-required");
        api.get(Tokens.customer("E-1", "OPERATIONS"), "/api/v1/memos/everywhere")
                .expectStatus()
                .isForbidden();
        api.anonymous()
                .get()
                .uri("/api/v1/memos/open")
                .exchange()
                .expectStatus()
                .isOk();
        api.get(Tokens.provider("OPERATIONS"), "/api/v1/memos/forgotten")
                .expectStatus()
                .isForbidden();
    }

    @Test
    void another_enterprise_and_an_unassigned_account_see_nothing() {
        var owner = Tokens.customer("E-OWN", "MEMO_VIEW", "MEMO_WRITE");
        var path = memoOf(owner, "A-1");
        api.get(owner, path).expectStatus().isOk();
        api.get(owner.onlyAccounts("A-1"), path).expectStatus().isOk();
        api.get(owner.onlyAccounts("A-2"), path).expectStatus().isNotFound();
        api.get(owner.onlyAccounts(), path).expectStatus().isNotFound();
        api.get(owner.on("E-OTHER"), path).expectStatus().isNotFound();
        api.get(owner.on("*"), path).expectStatus().isUnauthorized();
    }

    @Test
    void a_row_cannot_be_written_for_an_account_or_enterprise_out_of_reach() {
        var narrow = Tokens.customer("E-OWN", "MEMO_WRITE").onlyAccounts("A-1");
        api.post(narrow, "/api/v1/memos", Map.of("text", "a", "colour", "RED", "accountId", "A-9"))
                .expectStatus()
                .isEqualTo(500);
    }

    @Test
    void provider_staff_see_all_enterprises_where_the_endpoint_says_so_and_one_when_they_name_it() {
        memoOf(Tokens.customer("E-P1", "MEMO_WRITE"), "A-1");
        memoOf(Tokens.customer("E-P2", "MEMO_WRITE"), "A-1");
        var all = count(Tokens.provider("OPERATIONS"));
        var one = count(Tokens.provider("OPERATIONS").on("E-P1"));
        assertThat(all).isGreaterThan(one);
        assertThat(one).isEqualTo(1);
    }

    @Test
    void both_sides_share_an_endpoint_and_only_staff_see_all_enterprises() {
        memoOf(Tokens.customer("E-S1", "MEMO_WRITE"), "A-1");
        memoOf(Tokens.customer("E-S2", "MEMO_WRITE"), "A-1");
        var path = "/api/v1/memos/by-both-sides";
        assertThat(count(Tokens.customer("E-S1", "MEMO_VIEW"), path)).isEqualTo(1);
        assertThat(count(Tokens.provider("OPERATIONS").on("E-S1"), path)).isEqualTo(1);
        assertThat(count(Tokens.provider("OPERATIONS"), path)).isGreaterThan(1);
        api.get(Tokens.customer("E-S1", "MEMO_WRITE"), path).expectStatus().isForbidden();
        api.get(Tokens.provider("CCM"), path).expectStatus().isForbidden();
        api.get(new Tokens.Draft("u", "CUSTOMER", null, null, List.of("MEMO_VIEW")), path)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("enterprise-required");
    }

    private long count(Tokens.Draft user) {
        return count(user, "/api/v1/memos/everywhere");
    }

    private long count(Tokens.Draft user, String path) {
        return Long.parseLong(String.valueOf(api.get(user, path)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));
    }

    @Test
    void the_database_itself_shows_and_gives_nothing_of_another_tenant() {
        memoOf(Tokens.customer("E-WALL", "MEMO_WRITE"), "A-1");
        var walls = new TenantWalls(db, transaction);
        assertThat(walls.unguarded()).isEmpty();
        assertThat(walls.owned()).isEmpty();
        assertThat(walls.seen(TenantScope.NOTHING)).isEmpty();
        assertThat(walls.leaked("E-WALL", TenantScope.of("E-OTHER"))).isEmpty();
        assertThat(walls.touched("E-WALL", TenantScope.of("E-OTHER"))).isEmpty();
        assertThat(walls.leaked("E-WALL", TenantScope.of("E-WALL"))).containsKeys("memo", "audit_entry");
        assertThat(walls.leaked("E-WALL", TenantScope.of("E-WALL", Set.of("A-2"))))
                .doesNotContainKey("memo");
        assertThat(db.sql("select count(*) from memo").query(Long.class).single())
                .isZero();
    }

    @Test
    void the_audit_trail_can_only_grow() {
        memoOf(Tokens.customer("E-AUDIT", "MEMO_WRITE"), "A-1");
        for (var sql : new String[] {"delete from audit_entry", "update audit_entry set actor_name = 'nobody'"}) {
            var denied = org.assertj.core.api.Assertions.catchThrowable(() -> TenantScope.run(
                    TenantScope.ALL, () -> transaction.execute(_ -> db.sql(sql).update())));
            assertThat(denied).hasRootCauseMessage("ERROR: permission denied for table audit_entry");
        }
    }
}
