package io.controlcenter.identity.users;

import static io.controlcenter.identity.IdentityPlatform.OPERATOR;
import static io.controlcenter.identity.IdentityPlatform.json;
import static io.controlcenter.identity.IdentityPlatform.name;
import static io.controlcenter.identity.IdentityPlatform.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.identity.IdentityPlatform;
import io.controlcenter.identity.IdentityServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.work.DueWorkRunner;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever does not sign in any more is warned, becomes inactive, is warned again and deleted, by the business clock. */
@IdentityServiceTest
class InactivityIT {

    private static final Map<String, Object> VIEWER =
            Map.of("sections", java.util.List.of("REPAIR"), "allAccounts", true);

    @Autowired
    private IdentityPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private TestClock clock;

    @Autowired
    private DueWorkRunner work;

    private IdentityPlatform.Tenant tenant;
    private String admin;
    private String username;
    private String userId;

    @BeforeEach
    void two_users_of_whom_one_administers() {
        tenant = platform.tenant();
        admin = active(name("admin"), Map.of("admin", true));
        username = name("quiet");
        userId = active(username, VIEWER);
    }

    @AfterEach
    void back_to_the_present() {
        clock.reset();
    }

    private String active(String name, Map<String, ?> grant) {
        var id = platform.member(tenant, name, grant);
        platform.accept(id);
        platform.signedIn(name);
        return id;
    }

    private void after(Duration time) {
        clock.advance(time);
        work.runAll();
    }

    private String status(String id) {
        return json(api.get(OPERATOR, "/api/v1/users/" + id)).path("status").asString();
    }

    private long count(String type) {
        return events.of(userId).stream()
                .filter(event -> event.type().equals(type))
                .count();
    }

    @Test
    void six_months_then_six_more() {
        after(Duration.ofDays(168)); // 16 November; it would be 1 December
        assertThat(count("identity.user.inactivity-warning.v1")).isZero();
        after(Duration.ofDays(2));
        var warning =
                events.await("identity.user.inactivity-warning.v1", userId).data();
        assertThat(warning.path("effect").asString()).isEqualTo("DEACTIVATION");
        assertThat(warning.path("on").asString()).isEqualTo("2026-12-01");
        assertThat(status(userId)).isEqualTo("ACTIVE");
        after(Duration.ofDays(13));
        events.await("identity.user.deactivated.v1", userId);
        assertThat(status(userId)).isEqualTo("INACTIVE");
        assertThat(status(admin)).as("the last administrator stays").isEqualTo("ACTIVE");
        after(Duration.ofDays(183));
        events.await("identity.user.deleted.v1", userId);
        events.await("identity.membership.revoked.v1", userId + ":" + tenant.enterprise());
        assertThat(status(userId)).isEqualTo("DELETED");
        assertThat(status(admin)).isEqualTo("ACTIVE");
        assertThat(problem(platform.invite(tenant.admin(), username, Map.of("membership", VIEWER))))
                .as("the name is tombstoned")
                .isEqualTo("409 username-taken");
    }

    @Test
    void reactivation_sets_the_clock_back() {
        after(Duration.ofDays(190));
        assertThat(status(userId)).isEqualTo("INACTIVE");
        api.post(tenant.admin(), "/api/v1/users/" + userId + "/reactivate")
                .expectStatus()
                .isOk();
        after(Duration.ofDays(150));
        assertThat(status(userId)).isEqualTo("ACTIVE");
        after(Duration.ofDays(40));
        assertThat(status(userId)).isEqualTo("INACTIVE");
    }

    @Test
    void whoever_signs_in_stays() {
        clock.advance(Duration.ofDays(175));
        work.runAll();
        events.await("identity.user.inactivity-warning.v1", userId);
        platform.signedIn(username);
        after(Duration.ofDays(60));
        assertThat(status(userId)).isEqualTo("ACTIVE");
    }

    @Test
    void an_administrator_who_is_not_the_last_one_goes_like_anybody() {
        var second = active(name("second"), Map.of("admin", true));
        clock.advance(Duration.ofDays(100));
        platform.signedIn(json(api.get(OPERATOR, "/api/v1/users/" + second))
                .path("username")
                .asString());
        after(Duration.ofDays(90));
        assertThat(status(admin)).isEqualTo("INACTIVE");
        assertThat(status(second)).isEqualTo("ACTIVE");
    }
}
