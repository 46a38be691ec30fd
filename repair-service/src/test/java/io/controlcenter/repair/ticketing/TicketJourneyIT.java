package io.controlcenter.repair.ticketing;

import static io.controlcenter.repair.RepairPlatform.FIX;
import static io.controlcenter.repair.RepairPlatform.json;
import static io.controlcenter.repair.RepairPlatform.report;
import static io.controlcenter.repair.RepairPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import io.controlcenter.platform.work.DueWorkRunner;
import io.controlcenter.repair.RepairPlatform;
import io.controlcenter.repair.RepairServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ticket's life over HTTP, from report to close. */
@RepairServiceTest
class TicketJourneyIT {

    @Autowired
    private RepairPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private TestClock clock;

    @Autowired
    private DueWorkRunner dueWork;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void a_technician_is_there() {
        platform.technician();
    }

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    @Test
    void a_ticket_goes_from_report_to_close_with_one_technician_and_all_its_events() {
        var tenant = platform.tenant();
        var opened = platform.open(tenant.noc(), report(tenant.service()));
        opened.expectStatus()
                .isCreated()
                .expectHeader()
                .exists("Location")
                .expectHeader()
                .exists("ETag");
        var ticket = json(opened);
        var number = ticket.path("ticketNumber").asString();
        assertThat(number).matches("T-1\\d{7}");
        assertThat(ticket.path("state").asString()).isEqualTo("assigned");
        assertThat(ticket.path("displayStatus").asString()).isEqualTo("Assigned");
        assertThat(ticket.path("priority").asString()).isEqualTo("CRITICAL");
        assertThat(ticket.path("origin").asString()).isEqualTo("CUSTOMER");
        assertThat(ticket.path("circuitId").asString()).isEqualTo("ET-" + tenant.service());
        assertThat(ticket.at("/technician/phone").asString()).isEqualTo("+1 555 0300");
        assertThat(ticket.at("/clock/target").asString()).isEqualTo("PT4H");
        var path = ticket.path("href").asString();
        notesBothWays(tenant, path);
        platform.work(tenant, path, "start", Map.of()).expectStatus().isOk();
        clock.advance(Duration.ofMinutes(50));
        var resolved =
                json(platform.work(tenant, path, "resolve", FIX).expectStatus().isOk());
        assertThat(resolved.at("/rootCause/code").asString()).isEqualTo("FIBER_CUT");
        assertThat(resolved.at("/clock/elapsed").asString()).isEqualTo("PT50M");
        assertThat(resolved.at("/clock/running").asBoolean()).isFalse();
        var closed = json(api.post(tenant.noc(), path + "/close").expectStatus().isOk());
        assertThat(closed.path("state").asString()).isEqualTo("closed");
        assertThat(closed.path("displayStatus").asString()).isEqualTo("Closed");
        theEventsLeft(tenant, number);
    }

    private void notesBothWays(RepairPlatform.Tenant tenant, String path) {
        api.post(tenant.noc(), path + "/notes", Map.of("text", "Port 3 as well."))
                .expectStatus()
                .isCreated();
        api.post(tenant.tech(), path + "/notes", Map.of("text", "On the way."))
                .expectStatus()
                .isCreated();
        api.post(tenant.tech(), path + "/notes", Map.of("text", "Old splice case.", "internal", true))
                .expectStatus()
                .isCreated();
    }

    private void theEventsLeft(RepairPlatform.Tenant tenant, String number) {
        var created = events.await("repair.ticket.created.v1", number);
        assertThat(created.enterpriseId()).isEqualTo(tenant.enterprise());
        assertThat(created.data().path("accountId").asString()).isEqualTo(tenant.accountA());
        var assigned = events.await("repair.ticket.assigned.v1", number);
        assertThat(assigned.data().at("/technician/userId").asString()).isEqualTo("tech-of-all");
        var resolved = events.await("repair.ticket.resolved.v1", number);
        assertThat(resolved.data().at("/rootCause/party").asString()).isEqualTo("PROVIDER");
        events.await("repair.ticket.closed.v1", number);
        var seen = events.of(number);
        assertThat(seen).extracting(Events.Seen::version).isSorted();
        assertThat(seen.stream().filter(event -> event.type().equals("repair.ticket.state-changed.v1")))
                .extracting(event -> event.data().path("from").asString() + " "
                        + event.data().path("state").asString())
                .containsExactly(
                        "acknowledged assigned", "assigned inProgress", "inProgress resolved", "resolved closed");
        assertThat(seen.stream().filter(event -> event.type().equals("repair.ticket.note-added.v1")))
                .extracting(event -> event.data().path("internal").asBoolean() + " "
                        + event.data().path("contacts").size())
                .containsExactly("false 1", "false 1", "true 0");
    }

    @Test
    void the_timeline_tells_everything_to_the_provider_and_no_internal_note_to_the_customer() {
        var tenant = platform.tenant();
        var path = platform.opened(tenant);
        notesBothWays(tenant, path);
        var customers = json(api.get(tenant.noc(), path + "/timeline?limit=100"));
        assertThat(customers.path("items").findValuesAsString("text"))
                .startsWith("The ticket was opened.")
                .contains("Port 3 as well.", "On the way.")
                .doesNotContain("Old splice case.");
        assertThat(customers.toString()).doesNotContain("splice").doesNotContain("\"internal\":true");
        var notes = json(api.get(tenant.tech(), path + "/timeline?kind=NOTE")).path("items");
        assertThat(notes.findValuesAsString("text"))
                .containsExactly("Port 3 as well.", "On the way.", "Old splice case.");
        assertThat(notes.findValuesAsString("source")).containsExactly("CUSTOMER", "PROVIDER", "PROVIDER");
        var internal = path + "/notes/" + notes.get(2).path("noteId").asString();
        api.get(tenant.noc(), internal).expectStatus().isNotFound();
        api.get(tenant.tech(), internal).expectStatus().isOk();
        api.get(tenant.noc(), path + "/notes/" + notes.get(1).path("noteId").asString())
                .expectStatus()
                .isOk();
        api.as(tenant.noc())
                .patch()
                .uri(path + "/notes/" + notes.get(0).path("noteId").asString())
                .body(Map.of("text", "I never said that."))
                .exchange()
                .expectStatus()
                .isEqualTo(405);
        api.post(tenant.noc(), path + "/notes", Map.of("text", "x", "internal", true))
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void waiting_for_the_customer_stops_the_clock_and_an_answer_starts_it_again() {
        var tenant = platform.tenant();
        var path = platform.inProgress(tenant);
        platform.work(tenant, path, "pend", Map.of()).expectStatus().isEqualTo(422);
        clock.advance(Duration.ofMinutes(30));
        platform.work(tenant, path, "pend", Map.of("note", "Please let us in."))
                .expectStatus()
                .isOk();
        clock.advance(Duration.ofHours(1));
        var pending = json(api.get(tenant.noc(), path));
        assertThat(pending.path("displayStatus").asString()).isEqualTo("Pending");
        assertThat(pending.at("/clock/pausedBecause").asString()).isEqualTo("Please let us in.");
        assertThat(pending.at("/clock/remaining").asString()).isEqualTo("PT3H30M");
        assertThat(pending.at("/clock/pausedTotal").asString()).isEqualTo("PT1H");
        api.post(tenant.noc(), path + "/notes", Map.of("text", "Gate B is open."))
                .expectStatus()
                .isCreated();
        var resumed = json(api.get(tenant.noc(), path));
        assertThat(resumed.path("state").asString()).isEqualTo("inProgress");
        assertThat(resumed.at("/clock/running").asBoolean()).isTrue();
        assertThat(Instant.parse(resumed.at("/clock/targetRestoreAt").asString()))
                .isEqualTo(clock.now().plus(Duration.ofMinutes(210)));
        platform.work(tenant, path, "resume", Map.of()).expectStatus().isEqualTo(409);
        platform.work(tenant, path, "pend", Map.of("note", "And gate C?"))
                .expectStatus()
                .isOk();
        platform.work(tenant, path, "resume", Map.of("note", "Appointment at noon."))
                .expectStatus()
                .isOk();
    }

    @Test
    void a_rejected_fix_reopens_the_ticket_for_the_same_technician() {
        var tenant = platform.tenant();
        var path = platform.resolved(tenant);
        api.post(tenant.noc(), path + "/reopen", Map.of()).expectStatus().isEqualTo(422);
        var reopened = json(api.post(tenant.noc(), path + "/reopen", Map.of("reason", "Still dark."))
                .expectStatus()
                .isOk());
        assertThat(reopened.path("state").asString()).isEqualTo("reopened");
        assertThat(reopened.at("/technician/userId").asString()).isEqualTo("tech-of-all");
        assertThat(reopened.has("rootCause")).isFalse();
        var notes = json(api.get(tenant.noc(), path + "/timeline?kind=NOTE&source=CUSTOMER"));
        assertThat(notes.path("items").findValuesAsString("text")).containsExactly("Still dark.");
        events.await("repair.ticket.reopened.v1", reopened.path("ticketNumber").asString());
        platform.work(tenant, path, "start", Map.of()).expectStatus().isOk();
        platform.work(tenant, path, "resolve", FIX).expectStatus().isOk();
        api.post(tenant.noc(), path + "/close").expectStatus().isOk();
        api.post(tenant.noc(), path + "/reopen", Map.of("reason", "x"))
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void an_unanswered_resolution_closes_after_72_hours_and_stays_closed() {
        var tenant = platform.tenant();
        var path = platform.resolved(tenant);
        clock.advance(Duration.ofHours(71));
        dueWork.runAll();
        assertThat(platform.state(tenant, path)).isEqualTo("resolved");
        clock.advance(Duration.ofHours(1));
        dueWork.runAll();
        assertThat(platform.state(tenant, path)).isEqualTo("closed");
        api.post(tenant.noc(), path + "/reopen", Map.of("reason", "Late."))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ticket-not-in-this-state");
        var closed = events.await("repair.ticket.closed.v1", path.substring(path.lastIndexOf('/') + 1));
        assertThat(closed.data().path("reason").asString()).isEqualTo("Nobody answered in time");
        var number = closed.data().path("ticketNumber").asString();
        var moved = events.await(
                event -> event.type().equals("repair.ticket.state-changed.v1")
                        && event.data().path("ticketNumber").asString().equals(number)
                        && event.data().path("state").asString().equals("closed"),
                "the new state of " + number);
        assertThat(moved.data().path("reason").asString()).isEqualTo("Nobody answered in time");
    }

    @Test
    void a_cancellation_is_asked_for_and_confirmed() {
        var tenant = platform.tenant();
        var path = platform.inProgress(tenant);
        platform.work(tenant, path, "cancellation-confirmation", Map.of())
                .expectStatus()
                .isEqualTo(409);
        var asked = json(api.post(tenant.noc(), path + "/cancel", Map.of("reason", "It was our router."))
                .expectStatus()
                .isOk());
        assertThat(asked.path("state").asString()).isEqualTo("assessingCancellation");
        var cancelled = json(platform.work(tenant, path, "cancellation-confirmation", Map.of())
                .expectStatus()
                .isOk());
        assertThat(cancelled.path("displayStatus").asString()).isEqualTo("Canceled");
        events.await(
                "repair.ticket.cancelled.v1", cancelled.path("ticketNumber").asString());
        api.post(tenant.noc(), platform.resolved(tenant) + "/cancel", Map.of())
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void a_ticket_waits_for_a_technician_and_then_gets_the_least_busy_one() {
        db.sql("update technician set active = false").update();
        var tenant = platform.tenant();
        var path = platform.opened(tenant);
        assertThat(platform.state(tenant, path)).isEqualTo("acknowledged");
        dueWork.runAll();
        assertThat(platform.state(tenant, path)).isEqualTo("acknowledged");
        api.post(Tokens.provider("TECHNICIAN").as("nobody-known").on(tenant.enterprise()), path + "/start")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("technician-missing");
        db.sql("update technician set active = true where user_id = 'tech-of-all'")
                .update();
        dueWork.runAll();
        assertThat(platform.state(tenant, path)).isEqualTo("assigned");
    }

    @Test
    void a_hand_over_leaves_one_accountable_technician_and_its_history() {
        platform.staff("tech-two", "null", "ACTIVE", "\"TECHNICIAN\"", 1);
        platform.staff("tech-gone", "null", "ACTIVE", "\"TECHNICIAN\"", 1);
        platform.staff("tech-gone", "null", "INACTIVE", "\"TECHNICIAN\"", 2);
        var tenant = platform.tenant();
        var path = platform.opened(tenant);
        var staff = api.as(tenant.tech());
        for (var stranger : List.of("tech-gone", "nobody")) {
            staff.put()
                    .uri(path + "/technician")
                    .body(Map.of("userId", stranger))
                    .exchange()
                    .expectStatus()
                    .isEqualTo(422);
        }
        var handedOver = json(staff.put()
                .uri(path + "/technician")
                .body(Map.of("userId", "tech-two", "reason", "The shift ends."))
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(handedOver.at("/technician/userId").asString()).isEqualTo("tech-two");
        assertThat(handedOver.at("/formerTechnicians/0/technician/userId").asString())
                .isEqualTo("tech-of-all");
        assertThat(handedOver.path("formerTechnicians").size()).isEqualTo(1);
        db.sql("update technician set active = false where user_id = 'tech-two'")
                .update();
    }

    @Test
    void the_restore_clock_warns_and_then_tells_of_the_breach() {
        var tenant = platform.tenant();
        var path = platform.inProgress(tenant);
        var number = path.substring(path.lastIndexOf('/') + 1);
        clock.advance(Duration.ofHours(3));
        dueWork.runAll();
        var atRisk = events.await("repair.sla.at-risk.v1", number);
        assertThat(atRisk.data().path("percent").asInt()).isEqualTo(75);
        clock.advance(Duration.ofMinutes(61));
        dueWork.runAll();
        dueWork.runAll();
        events.await("repair.sla.breached.v1", number);
        assertThat(events.of(number).stream().filter(event -> event.type().startsWith("repair.sla.")))
                .hasSize(2);
        var late = json(api.get(tenant.noc(), path));
        assertThat(late.at("/clock/breached").asBoolean()).isTrue();
        assertThat(late.at("/clock/remaining").asString()).isEqualTo("PT-1M");
    }

    @Test
    void the_provider_opens_tickets_too_and_changes_the_priority_with_a_note() {
        var tenant = platform.tenant();
        var opened = json(platform.open(tenant.tech(), report(tenant.service()))
                .expectStatus()
                .isCreated());
        assertThat(opened.path("origin").asString()).isEqualTo("PROVIDER");
        var path = opened.path("href").asString() + "/priority";
        var staff = api.as(tenant.tech());
        staff.put()
                .uri(path)
                .body(Map.of("priority", "LOW"))
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        var lowered = json(staff.put()
                .uri(path)
                .body(Map.of("priority", "LOW", "note", "A spare line carries the load."))
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(lowered.path("priority").asString()).isEqualTo("LOW");
        assertThat(lowered.at("/clock/target").asString()).isEqualTo("PT72H");
        assertThat(text(api.get(tenant.noc(), opened.path("href").asString()), "priority"))
                .isEqualTo("LOW");
    }
}
