package io.controlcenter.repair.ticketing;

import static io.controlcenter.repair.RepairPlatform.contact;
import static io.controlcenter.repair.RepairPlatform.json;
import static io.controlcenter.repair.RepairPlatform.report;
import static io.controlcenter.repair.RepairPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import io.controlcenter.repair.RepairPlatform;
import io.controlcenter.repair.RepairServiceTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What a ticket that is there lets people do, and what it refuses. */
@RepairServiceTest
class ChangingTicketsIT {

    @Autowired
    private RepairPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void a_technician_is_there() {
        platform.technician();
    }

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    @Test
    void what_comes_too_early_or_too_late_is_refused() {
        var tenant = platform.tenant();
        var path = platform.inProgress(tenant);
        api.post(tenant.noc(), path + "/close")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("inProgress")
                .jsonPath("$.possible")
                .isArray();
        var noCause = json(platform.work(tenant, path, "resolve", Map.of("note", "Fixed."))
                .expectStatus()
                .isEqualTo(422));
        assertThat(noCause.path("errors").findValuesAsString("pointer")).containsExactly("/rootCause");
        platform.work(tenant, path, "resolve", Map.of())
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(2);
        platform.work(tenant, path, "resolve", RepairPlatform.FIX)
                .expectStatus()
                .isOk();
        api.post(tenant.noc(), path + "/close").expectStatus().isOk();
        for (var step : List.of("escalations", "reopen")) {
            api.post(tenant.noc(), path + "/" + step, Map.of("reason", "x"))
                    .expectStatus()
                    .isEqualTo(409);
        }
        api.post(tenant.noc(), path + "/notes", Map.of("text", "x"))
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void escalation_climbs_one_level_per_hour() {
        var tenant = platform.tenant();
        var path = platform.opened(tenant) + "/escalations";
        api.post(tenant.noc(), path, Map.of()).expectStatus().isEqualTo(422);
        api.post(tenant.noc(), path, Map.of("reason", "x", "level", 2))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.nextLevel")
                .isEqualTo(1);
        var first = json(api.post(tenant.noc(), path, Map.of("reason", "Production stands still.", "callBack", true))
                .expectStatus()
                .isOk());
        assertThat(first.at("/escalation/level").asInt()).isEqualTo(1);
        assertThat(first.at("/escalation/nextLevel").asInt()).isEqualTo(2);
        clock.advance(Duration.ofMinutes(20));
        api.post(tenant.noc(), path, Map.of("reason", "x"))
                .expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .valueEquals("Retry-After", "2400")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("escalation-too-soon");
        clock.advance(Duration.ofMinutes(40));
        api.post(tenant.noc(), path, Map.of("reason", "x")).expectStatus().isOk();
        api.post(Tokens.customer(tenant.enterprise(), "REPAIR_WRITE"), path, Map.of("reason", "x"))
                .expectStatus()
                .isForbidden();
    }

    @Test
    void a_customer_changes_the_own_part_only() {
        var tenant = platform.tenant();
        var path = platform.opened(tenant);
        var tag = String.valueOf(api.get(tenant.noc(), path)
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag());
        var patched =
                json(patch(tenant, path, tag, Map.of("descriptionAppend", "Port 3 too.", "customerReference", "INC-78"))
                        .expectStatus()
                        .isOk());
        assertThat(patched.path("description").asString()).isEqualTo("No light on port 2.\n\nPort 3 too.");
        assertThat(patched.path("customerReference").asString()).isEqualTo("INC-78");
        patch(tenant, path, tag, Map.of("customerReference", "INC-79"))
                .expectStatus()
                .isEqualTo(412);
        for (var property : List.of("state", "priority", "serviceId", "description", "technician")) {
            patch(tenant, path, "*", Map.of(property, "x")).expectStatus().isEqualTo(422);
        }
        patch(tenant, path, "*", Map.of("authorisations", Map.of("dispatch", true)))
                .expectStatus()
                .isEqualTo(422);
        patch(tenant, path, "*", Map.of("contacts", List.of(contact("REPORTER"), contact("LOCAL"))))
                .expectStatus()
                .isOk();
        patch(tenant, path, "*", Map.of("contacts", List.of(contact("REPORTER"))))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.contacts.length()")
                .isEqualTo(1);
    }

    @Test
    void null_in_a_patch_takes_away_what_can_be_absent() {
        var tenant = platform.tenant();
        var body = report(tenant.service());
        body.put("issueStartedAt", "2026-06-01T14:00:00Z");
        body.put("authorisations", Map.of("intrusiveTesting", true));
        var path = text(platform.open(tenant.noc(), body), "href");
        var nulls = new HashMap<String, Object>();
        nulls.put("customerReference", null);
        var without = json(patch(tenant, path, "*", nulls).expectStatus().isOk());
        assertThat(without.has("customerReference")).isFalse();
        assertThat(without.path("issueStartedAt").asString()).isEqualTo("2026-06-01T14:00:00Z");
        nulls.put("issueStartedAt", null);
        nulls.put("authorisations", null);
        var bare = json(patch(tenant, path, "*", nulls).expectStatus().isOk());
        assertThat(bare.has("issueStartedAt")).isFalse();
        assertThat(bare.at("/authorisations/intrusiveTesting").asBoolean()).isFalse();
        nulls.put("contacts", null);
        nulls.put("descriptionAppend", null);
        var problem = json(patch(tenant, path, "*", nulls).expectStatus().isEqualTo(422));
        assertThat(problem.path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/contacts", "/descriptionAppend");
        var wrong = json(patch(
                        tenant,
                        path,
                        "*",
                        Map.of("contacts", List.of(), "customerReference", "x".repeat(65), "issueStartedAt", "soon"))
                .expectStatus()
                .isEqualTo(422));
        assertThat(wrong.path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/contacts", "/customerReference", "/issueStartedAt");
        patch(tenant, path, "*", Map.of("contacts", List.of(Map.of("role", "REPORTER", "name", "Ada"))))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/contacts/0/email");
    }

    private ResponseSpec patch(RepairPlatform.Tenant tenant, String path, String tag, Map<String, ?> body) {
        return api.as(tenant.noc())
                .patch()
                .uri(path)
                .header("If-Match", tag)
                .body(body)
                .exchange();
    }
}
