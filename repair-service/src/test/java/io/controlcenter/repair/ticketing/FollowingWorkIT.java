package io.controlcenter.repair.ticketing;

import static io.controlcenter.repair.RepairPlatform.json;
import static io.controlcenter.repair.RepairPlatform.report;
import static io.controlcenter.repair.RepairPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import io.controlcenter.repair.RepairPlatform;
import io.controlcenter.repair.RepairServiceTest;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A ticket knows the maintenance of its service, and follows it when it is linked (idea c-2). */
@RepairServiceTest
class FollowingWorkIT {

    private static final String NIGHT = "2026-06-01T16:00:00Z/2026-06-01T18:00:00Z";

    @Autowired
    private RepairPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

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

    private static String number(RepairPlatform.Tenant tenant) {
        return "7" + tenant.enterprise().substring(4);
    }

    private JsonNode ticket(RepairPlatform.Tenant tenant, String path) {
        return json(api.get(tenant.noc(), path).expectStatus().isOk());
    }

    private void awaitPause(RepairPlatform.Tenant tenant, String path, String because) {
        Awaitility.await(because)
                .atMost(Duration.ofMinutes(1))
                .until(() -> ticket(tenant, path)
                        .at("/clock/pausedBecause")
                        .asString("")
                        .equals(because));
    }

    @Test
    void a_ticket_that_is_linked_starts_overruns_and_ends_with_its_maintenance() {
        var tenant = platform.tenant();
        var gcr = number(tenant);
        platform.gcr(tenant, gcr, "scheduled", "scheduled", false, NIGHT, 3);
        var tried = json(platform.open(tenant.noc(), "/api/v1/tickets?dryRun=true", report(tenant.service())));
        assertThat(tried.at("/linkOffers/0/id").asString()).isEqualTo(gcr);
        assertThat(tried.at("/relatedMaintenance/0/state").asString()).isEqualTo("scheduled");
        var body = report(tenant.service());
        body.put("linkTo", Map.of("type", "MAINTENANCE", "id", gcr));
        var opened = json(platform.open(tenant.noc(), body).expectStatus().isCreated());
        var path = opened.path("href").asString();
        assertThat(opened.path("linkOffers").size()).isZero();
        assertThat(opened.at("/related/0/type").asString()).isEqualTo("MAINTENANCE");
        assertThat(opened.at("/clock/running").asBoolean()).isTrue();
        clock.advance(Duration.ofHours(1));
        platform.gcr(tenant, gcr, "started", "inProgress", false, NIGHT, 4);
        awaitPause(tenant, path, "Scheduled maintenance " + gcr + " is under way");
        assertThat(ticket(tenant, path).path("state").asString()).isEqualTo("inProgress");
        clock.advance(Duration.ofMinutes(140));
        platform.gcr(tenant, gcr, "extended", "inProgress", true, NIGHT, 5);
        awaitPause(tenant, path, "");
        assertThat(ticket(tenant, path).at("/clock/elapsed").asString())
                .as("an hour before, and what is beyond the window, however late one hears of it")
                .isEqualTo("PT1H20M");
        clock.advance(Duration.ofMinutes(25));
        platform.gcr(tenant, gcr, "completed", "completed", true, NIGHT, 6);
        Awaitility.await("resolved")
                .atMost(Duration.ofMinutes(1))
                .until(() -> platform.state(tenant, path).equals("resolved"));
        var resolved = ticket(tenant, path);
        assertThat(resolved.at("/rootCause/code").asString()).isEqualTo("PLANNED_WORK");
        assertThat(resolved.path("resolution").asString()).endsWith("Please confirm that your service works.");
        assertThat(resolved.at("/clock/elapsed").asString()).isEqualTo("PT1H45M");
        assertThat(resolved.at("/clock/pauses/0/kind").asString()).isEqualTo("MAINTENANCE");
        api.post(tenant.noc(), path + "/close").expectStatus().isOk();
        var credit = events.await(
                "repair.outage.creditable.v1", resolved.path("ticketNumber").asString());
        assertThat(credit.enterpriseId()).isEqualTo(tenant.enterprise());
        assertThat(credit.data().path("minutes").asLong()).isEqualTo(105);
        assertThat(credit.data().path("excludedMinutes").asLong()).isEqualTo(120);
        assertThat(credit.data().path("outageEnd").asString()).isEqualTo("2026-06-01T18:45:00Z");
    }

    @Test
    void a_maintenance_that_is_called_off_excuses_nothing() {
        var tenant = platform.tenant();
        var gcr = number(tenant);
        var path = platform.inProgress(tenant);
        platform.gcr(tenant, gcr, "started", "inProgress", false, "2026-06-01T14:00:00Z/2026-06-01T18:00:00Z", 3);
        assertThat(ticket(tenant, path).at("/linkOffers/0/id").asString()).isEqualTo(gcr);
        var linked = json(api.post(tenant.noc(), path + "/links", Map.of("type", "MAINTENANCE", "id", gcr))
                .expectStatus()
                .isOk());
        assertThat(linked.at("/clock/running").asBoolean()).isFalse();
        clock.advance(Duration.ofHours(1));
        platform.gcr(tenant, gcr, "cancelled", "cancelled", false, "2026-06-01T14:00:00Z/2026-06-01T18:00:00Z", 4);
        awaitPause(tenant, path, "");
        clock.advance(Duration.ofMinutes(30));
        platform.work(tenant, path, "resolve", RepairPlatform.FIX)
                .expectStatus()
                .isOk();
        api.post(tenant.noc(), path + "/close").expectStatus().isOk();
        var credit = events.await(
                "repair.outage.creditable.v1", linked.path("ticketNumber").asString());
        assertThat(credit.data().path("minutes").asLong()).isEqualTo(90);
        assertThat(credit.data().path("excludedMinutes").asLong()).isZero();
    }

    @Test
    void what_the_customer_or_another_party_caused_earns_no_credit_and_waiting_does_not_count() {
        var tenant = platform.tenant();
        var theirs = platform.inProgress(tenant);
        clock.advance(Duration.ofHours(1));
        platform.work(
                        tenant,
                        theirs,
                        "resolve",
                        Map.of("note", "Power is back.", "rootCause", Map.of("code", "OTHER", "party", "CUSTOMER")))
                .expectStatus()
                .isOk();
        api.post(tenant.noc(), theirs + "/close").expectStatus().isOk();
        var ours = platform.inProgress(tenant);
        clock.advance(Duration.ofMinutes(10));
        platform.work(tenant, ours, "pend", Map.of("note", "Who lets us in?"))
                .expectStatus()
                .isOk();
        clock.advance(Duration.ofMinutes(30));
        api.post(tenant.noc(), ours + "/notes", Map.of("text", "The porter does."))
                .expectStatus()
                .isCreated();
        clock.advance(Duration.ofMinutes(20));
        platform.work(tenant, ours, "resolve", RepairPlatform.FIX)
                .expectStatus()
                .isOk();
        api.post(tenant.noc(), ours + "/close").expectStatus().isOk();
        var key = ours.substring(ours.lastIndexOf('/') + 1);
        var question = events.await("repair.ticket.information-required.v1", key);
        assertThat(question.data().path("question").asString()).isEqualTo("Who lets us in?");
        var credit = events.await("repair.outage.creditable.v1", key);
        assertThat(credit.data().path("minutes").asLong()).isEqualTo(30);
        assertThat(credit.data().path("excludedMinutes").asLong()).isEqualTo(30);
        assertThat(events.of(theirs.substring(theirs.lastIndexOf('/') + 1)))
                .extracting(Events.Seen::type)
                .contains("repair.ticket.closed.v1")
                .doesNotContain("repair.outage.creditable.v1");
    }

    @Test
    void alarms_during_a_window_are_gathered_in_one_ticket_whose_clock_stands_still() {
        var tenant = platform.tenant();
        var gcr = number(tenant);
        platform.gcr(tenant, gcr, "started", "inProgress", false, "2026-06-01T14:00:00Z/2026-06-01T18:00:00Z", 3);
        var body = report(tenant.service());
        body.put("origin", "MONITORING");
        body.put("description", "LOS on port 2");
        var machine = Tokens.partner(tenant.enterprise(), "REPAIR_WRITE", "REPAIR_VIEW");
        var first = json(platform.open(machine, body).expectStatus().isCreated());
        assertThat(first.path("origin").asString()).isEqualTo("MONITORING");
        assertThat(first.at("/clock/pausedBecause").asString()).startsWith("Scheduled maintenance");
        var again = json(platform.open(machine, body).expectStatus().isOk());
        assertThat(again.path("ticketNumber")).isEqualTo(first.path("ticketNumber"));
        var alarms = json(api.get(tenant.noc(), first.path("href").asString() + "/timeline?kind=ALARM"));
        assertThat(alarms.path("items").findValuesAsString("text"))
                .containsExactly("Monitoring reports DOWN: LOS on port 2");
        assertThat(json(api.get(tenant.noc(), "/api/v1/tickets")).path("items").size())
                .isEqualTo(1);
    }

    @Test
    void a_link_needs_something_to_follow() {
        var tenant = platform.tenant();
        var gcr = number(tenant);
        var path = platform.opened(tenant);
        api.post(tenant.noc(), path + "/links", Map.of("type", "MAINTENANCE", "id", gcr))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("referenceNotFound");
        api.post(tenant.noc(), path + "/links", Map.of()).expectStatus().isEqualTo(422);
        platform.gcr(tenant, gcr, "completed", "completed", false, "2026-06-01T12:00:00Z/2026-06-01T13:00:00Z", 4);
        api.post(tenant.noc(), path + "/links", Map.of("type", "MAINTENANCE", "id", gcr))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("link-target-over");
        assertThat(text(api.get(tenant.noc(), path), "state")).isEqualTo("assigned");
        api.post(platform.tenant().noc(), path + "/links", Map.of("type", "MAINTENANCE", "id", gcr))
                .expectStatus()
                .isNotFound();
    }
}
