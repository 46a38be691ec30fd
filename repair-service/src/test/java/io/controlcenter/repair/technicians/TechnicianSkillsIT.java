package io.controlcenter.repair.technicians;

import static io.controlcenter.repair.RepairPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Tokens;
import io.controlcenter.repair.RepairPlatform;
import io.controlcenter.repair.RepairServiceTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Tickets find their technician by skill and load; what finds none is claimed. */
@RepairServiceTest
class TechnicianSkillsIT {

    private static final Tokens.Draft OPERATIONS = Tokens.provider("OPERATIONS");

    @Autowired
    private RepairPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void two_technicians() {
        db.sql("update technician set active = false").update();
        for (var user : List.of("tech-ether", "tech-voice")) {
            platform.staff(user, "\"+1 555 0301\"", "ACTIVE", "\"TECHNICIAN\"", 1);
            db.sql("update technician set active = true, open_tickets = 0 where user_id = :id")
                    .param("id", user)
                    .update();
        }
        equip("tech-ether", List.of("EVPL"), null).expectStatus().isOk();
        equip("tech-voice", List.of("VOICE", "CHRONIC"), null).expectStatus().isOk();
    }

    @AfterEach
    void the_technician_of_all_is_back() {
        db.sql("update technician set active = user_id = 'tech-of-all'").update();
    }

    private ResponseSpec equip(String user, List<String> skills, @Nullable Integer most) {
        var body = new HashMap<String, Object>();
        body.put("skills", skills);
        body.put("maxOpenTickets", most);
        return api.as(OPERATIONS)
                .put()
                .uri("/api/v1/tickets/technicians/" + user + "/skills")
                .body(body)
                .exchange();
    }

    private String technician(RepairPlatform.Tenant tenant, String path) {
        return json(api.get(tenant.noc(), path)).at("/technician/userId").asString("");
    }

    private int open(String user) {
        return json(api.get(OPERATIONS, "/api/v1/tickets/technicians"))
                .path("items")
                .valueStream()
                .filter(item -> item.path("userId").asString().equals(user))
                .findFirst()
                .orElseThrow()
                .path("openTickets")
                .asInt();
    }

    @Test
    void a_ticket_goes_to_whoever_can_do_its_product_and_has_room() {
        var tenant = platform.tenant();
        var path = platform.opened(tenant);
        assertThat(technician(tenant, path)).isEqualTo("tech-ether");
        assertThat(open("tech-ether")).isEqualTo(1);
        equip("tech-ether", List.of("EVPL"), 1).expectStatus().isOk();
        var second = platform.tenant();
        assertThat(technician(second, platform.opened(second)))
                .as("nobody has room")
                .isEmpty();
        equip("tech-voice", List.of(), null).expectStatus().isOk();
        var third = platform.tenant();
        assertThat(technician(third, platform.opened(third)))
                .as("who can do everything")
                .isEqualTo("tech-voice");
        api.post(tenant.noc(), path + "/cancel", Map.of()).expectStatus().isOk();
        api.post(
                        Tokens.provider("TECHNICIAN").as("tech-ether").on(tenant.enterprise()),
                        path + "/cancellation-confirmation")
                .expectStatus()
                .isOk();
        assertThat(open("tech-ether")).isZero();
    }

    @Test
    void of_many_who_claim_a_ticket_at_once_one_gets_it() {
        equip("tech-ether", List.of("EVPL"), 0).expectStatus().isOk();
        var tenant = platform.tenant();
        var path = platform.opened(tenant);
        var queue = json(api.get(OPERATIONS.on(tenant.enterprise()), "/api/v1/tickets/work-queue?assigned=false"));
        assertThat(queue.path("items").findValuesAsString("href")).containsExactly(path);
        var answers = Stream.of("tech-ether", "tech-voice", "tech-ether", "tech-voice")
                .map(user -> CompletableFuture.supplyAsync(
                        () -> api.post(Tokens.provider("TECHNICIAN").as(user).on(tenant.enterprise()), path + "/claim")
                                .returnResult(String.class)
                                .getStatus()
                                .value()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).isSubsetOf(200, 409).contains(200);
        var winner = technician(tenant, path);
        assertThat(winner).isIn("tech-ether", "tech-voice");
        assertThat(open(winner)).isEqualTo(1);
        assertThat(json(api.get(tenant.noc(), path)).path("formerTechnicians").size())
                .isZero();
        var loser = winner.equals("tech-ether") ? "tech-voice" : "tech-ether";
        api.post(Tokens.provider("TECHNICIAN").as(loser).on(tenant.enterprise()), path + "/claim")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("claimed-already")
                .jsonPath("$.technician.userId")
                .isEqualTo(winner);
        api.post(Tokens.provider("TECHNICIAN").as("nobody-known").on(tenant.enterprise()), path + "/claim")
                .expectStatus()
                .isForbidden();
    }

    @Test
    void skills_are_words_that_products_begin_with() {
        equip("tech-voice", List.of("VOICE", "no skill"), null).expectStatus().isEqualTo(422);
        equip("tech-voice", List.of("VOICE"), -1).expectStatus().isEqualTo(422);
        equip("nobody", List.of(), null).expectStatus().isNotFound();
        var profile = json(
                equip("tech-voice", List.of("VOICE", "SIP"), 12).expectStatus().isOk());
        assertThat(profile.path("skills").toString()).isEqualTo("[\"SIP\",\"VOICE\"]");
        assertThat(profile.path("maxOpenTickets").asInt()).isEqualTo(12);
        api.get(platform.tenant().noc(), "/api/v1/tickets/technicians")
                .expectStatus()
                .isForbidden();
    }
}
