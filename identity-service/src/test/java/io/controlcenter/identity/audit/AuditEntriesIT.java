package io.controlcenter.identity.audit;

import static io.controlcenter.identity.IdentityPlatform.OPERATOR;
import static io.controlcenter.identity.IdentityPlatform.json;
import static io.controlcenter.identity.IdentityPlatform.name;
import static io.controlcenter.identity.IdentityPlatform.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.controlcenter.identity.IdentityPlatform;
import io.controlcenter.identity.IdentityServiceTest;
import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import io.controlcenter.platform.work.DueWorkRunner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What was done is found by those whom it concerns, and stays what it was. */
@IdentityServiceTest
class AuditEntriesIT {

    private static final String ENTRIES = "/api/v1/audit-entries";

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
    private TransactionTemplate transaction;

    @AfterEach
    void back_to_the_present() {
        clock.reset();
    }

    private JsonNode found(Tokens.Draft reader, String query) {
        return json(api.get(reader, ENTRIES + query).expectStatus().isOk()).path("items");
    }

    @Test
    void an_administrator_sees_who_granted_what_to_whom() {
        var tenant = platform.tenant();
        var admin = tenant.admin().as("ada");
        var user = platform.member(tenant, name("user"), Map.of("permissions", List.of("ORDER_VIEW")));
        var membership = "/api/v1/users/" + user + "/memberships/" + tenant.enterprise();
        platform.put(admin, membership, Map.of("permissions", List.of("BILLING_PAY"), "allAccounts", true))
                .expectStatus()
                .isOk();
        var entry = found(admin, "?action=membership.granted&subjectId=" + user + "&actorId=ada")
                .get(0);
        assertThat(entry.at("/actor/name").asString()).isEqualTo("Test ada");
        assertThat(entry.at("/actor/kind").asString()).isEqualTo("CUSTOMER");
        assertThat(entry.at("/before/permissions/0").asString()).isEqualTo("ORDER_VIEW");
        assertThat(entry.at("/after/permissions/0").asString()).isEqualTo("BILLING_PAY");
        assertThat(entry.path("correlationId").asString()).isNotBlank();
        var one = json(
                api.get(admin, entry.path("href").asString()).expectStatus().isOk());
        assertThat(one).isEqualTo(entry);
        var provider = found(admin, "?actorKind=PROVIDER&subjectType=user");
        assertThat(provider.findValuesAsString("action")).contains("user.invited", "membership.granted");
        assertThat(found(admin, "?action=user.invited,enterprise.created").size())
                .isEqualTo(2);
    }

    @Test
    void entries_are_found_by_time_and_paged_from_the_newest() {
        var tenant = platform.tenant();
        clock.advance(Duration.ofDays(3));
        for (var name : List.of("One", "Two", "Three")) {
            platform.patch(tenant.admin(), "/api/v1/enterprises/" + tenant.enterprise(), Map.of("customName", name))
                    .expectStatus()
                    .isOk();
            clock.advance(Duration.ofHours(1));
        }
        var later = "?at.gte=2026-06-04T15:00:00Z&at.lt=2026-06-04T17:00:00Z";
        assertThat(found(tenant.admin(), later).size()).isEqualTo(2);
        var page = json(api.get(tenant.admin(), ENTRIES + "?action=enterprise.changed&limit=2"));
        assertThat(page.at("/items/0/after/customName").asString()).isEqualTo("Three");
        var rest = found(
                tenant.admin(),
                "?action=enterprise.changed&limit=2&cursor="
                        + page.path("nextCursor").asString());
        assertThat(rest.size()).isEqualTo(1);
        assertThat(rest.at("/0/after/customName").asString()).isEqualTo("One");
        assertThat(problem(api.get(tenant.admin(), ENTRIES + "?at.gte=yesterday")))
                .isEqualTo("400 invalidQuery");
        assertThat(problem(api.get(tenant.admin(), ENTRIES + "?mood=good"))).isEqualTo("400 invalidQuery");
        assertThat(problem(api.get(tenant.admin(), ENTRIES + "?actorKind=GHOST")))
                .isEqualTo("400 invalidQuery");
    }

    @Test
    void what_the_platform_does_to_a_member_concerns_the_enterprise_and_their_preferences_do_not() {
        var tenant = platform.tenant();
        platform.member(tenant, name("admin"), Map.of("admin", true));
        var username = name("quiet");
        var user = platform.member(tenant, username, Map.of("allAccounts", true));
        platform.accept(user);
        platform.signedIn(username);
        platform.put(
                        Tokens.customer(tenant.enterprise()).as(user),
                        "/api/v1/me/default-enterprise",
                        Map.of("enterpriseId", tenant.enterprise()))
                .expectStatus()
                .isOk();
        clock.advance(Duration.ofDays(200));
        work.runAll();
        var entries = found(tenant.admin(), "?subjectId=" + user + "&actorKind=SYSTEM");
        assertThat(entries.findValuesAsString("action")).contains("user.activated", "user.deactivated");
        var all = found(tenant.admin(), "?limit=100&subjectId=" + user);
        assertThat(all.findValuesAsString("action")).doesNotContain("user.default-enterprise-changed");
        assertThat(all.toString()).doesNotContain("\"defaultEnterprise\":\"ENT");
    }

    @Test
    void nobody_sees_what_is_not_theirs() {
        var tenant = platform.tenant();
        var entry = found(tenant.admin(), "").get(0);
        var other = platform.tenant().admin();
        api.get(other, entry.path("href").asString()).expectStatus().isNotFound();
        assertThat(found(other, "?subjectId=" + tenant.enterprise()).size()).isZero();
        api.get(tenant.admin(), ENTRIES + "/x").expectStatus().isNotFound();
        assertThat(problem(api.get(Tokens.customer(tenant.enterprise(), "USER_ADMIN"), ENTRIES)))
                .isEqualTo("403 accessDenied");
        assertThat(found(OPERATOR, "?subjectId=" + tenant.enterprise()).size()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor_name = 'nobody'",
                "delete from audit_entry",
                "truncate audit_entry",
                "alter table audit_entry disable row level security"
            })
    void what_is_written_stays_whatever_the_service_tries(String sql) {
        assertThatThrownBy(() -> TenantScope.call(
                        TenantScope.ALL,
                        () -> transaction.execute(_ -> db.sql(sql).update())))
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "must be owner");
    }
}
