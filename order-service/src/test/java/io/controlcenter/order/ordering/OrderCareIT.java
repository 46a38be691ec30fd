package io.controlcenter.order.ordering;

import static io.controlcenter.order.OrderPlatform.json;
import static io.controlcenter.order.OrderPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.OrderPlatform;
import io.controlcenter.order.OrderPlatform.Tenant;
import io.controlcenter.platform.test.FakeClamd;
import io.controlcenter.platform.test.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** What surrounds a delivery: jeopardy, escalation, plans, notes, documents, haste. */
class OrderCareIT extends OrderSteps {

    private ResponseSpec patch(Tenant tenant, String path, String body) {
        return api.as(tenant.buyer())
                .patch()
                .uri("/api/v1/orders/" + path)
                .contentType(MediaType.valueOf("application/merge-patch+json"))
                .body(body)
                .exchange();
    }

    @Test
    void jeopardy_and_escalation_put_an_order_on_top_of_the_work_list() {
        platform.staff("ccm-watch", "\"+1 555 0111\"", "ACTIVE", "\"CCM\"", 1);
        var tenant = platform.tenant();
        var calm = inProgress(tenant);
        var endangered = inProgress(tenant);
        var escalated = inProgress(tenant);
        for (var number : List.of(calm, endangered, escalated)) {
            put(tenant, number, "/ccm", Map.of("userId", "ccm-watch"))
                    .expectStatus()
                    .isOk();
        }
        put(tenant, endangered, "/jeopardy", Map.of("code", "VENDOR_DELAY", "reason", "No fibre yet"))
                .expectStatus()
                .isEqualTo(422);
        var danger = Map.of(
                "code", "VENDOR_DELAY", "reason", "No fibre yet", "plan", "Another vendor", "expectedDelayDays", 5);
        assertThat(json(put(tenant, endangered, "/jeopardy", danger)
                                .expectStatus()
                                .isOk())
                        .at("/jeopardy/level")
                        .asString())
                .as("5 of 19 days")
                .isEqualTo("HIGH");
        api.post(tenant.buyer(), "/api/v1/orders/" + escalated + "/escalations", Map.of("reason", "No answer"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.escalationLevel")
                .isEqualTo("CCM_MANAGER");
        var list = json(api.get(Tokens.provider("CCM").as("ccm-watch"), "/api/v1/orders/work-list"));
        assertThat(list.path("items").findValuesAsString("orderNumber")).containsExactly(escalated, endangered, calm);
        var only = json(api.get(
                Tokens.provider("CCM").as("ccm-watch"), "/api/v1/orders/work-list?jeopardy=VENDOR_DELAY,ACCESS"));
        assertThat(only.path("items").findValuesAsString("orderNumber")).containsExactly(endangered);
        assertThat(json(api.get(tenant.buyer(), "/api/v1/orders/" + escalated + "/escalations"))
                        .at("/items/0/level")
                        .asString())
                .isEqualTo("CCM_MANAGER");
        assertThat(json(api.get(Tokens.provider("OPERATIONS"), "/api/v1/orders/escalated?limit=100"))
                        .path("items")
                        .findValuesAsString("orderNumber"))
                .contains(escalated)
                .doesNotContain(endangered, calm);
        api.as(OrderPlatform.CCM.on(tenant.enterprise()))
                .delete()
                .uri("/api/v1/orders/" + endangered + "/jeopardy")
                .exchange()
                .expectStatus()
                .isOk();
        events.await("order.jeopardy.raised.v1", endangered);
        events.await("order.jeopardy.cleared.v1", endangered);
        events.await("order.escalated.v1", escalated);
        db.sql("update care_manager set active = false where user_id <> 'ccm-of-all'")
                .update();
    }

    @Test
    void a_plan_has_its_history_with_reasons_and_a_missed_milestone_is_told_once() {
        var tenant = platform.tenant();
        var number = inProgress(tenant);
        put(tenant, number, "/milestones/DESIGN_COMPLETE", Map.of("plannedDate", "2026-06-08"))
                .expectStatus()
                .isOk();
        put(tenant, number, "/milestones/DESIGN_COMPLETE", Map.of("plannedDate", "2026-06-09"))
                .expectStatus()
                .isEqualTo(422);
        put(
                        tenant,
                        number,
                        "/milestones/DESIGN_COMPLETE",
                        Map.of("plannedDate", "2026-06-09", "reason", "Permit is late"))
                .expectStatus()
                .isOk();
        put(tenant, number, "/milestones/SITE_SURVEY_COMPLETE", Map.of("reason", "Known site"))
                .expectStatus()
                .isOk();
        put(tenant, number, "/customer-commit-date", Map.of("date", "2026-06-24", "reason", "Permit is late"))
                .expectStatus()
                .isOk();
        put(
                        tenant,
                        number,
                        "/items/item-1/expected-completion-date",
                        Map.of("date", "2026-06-23", "reason", "Site one is earlier"))
                .expectStatus()
                .isOk();
        platform.milestone(tenant, number, "FOC_RECEIVED", Map.of("date", "2026-06-22"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.focDate")
                .isEqualTo("2026-06-22");
        clock.set(Instant.parse("2026-06-10T15:00:00Z"));
        dueWork.runAll();
        dueWork.runAll();
        platform.milestone(tenant, number, "DESIGN_COMPLETE", Map.of("note", "At last"))
                .expectStatus()
                .isOk();
        var milestones = json(api.get(tenant.buyer(), "/api/v1/orders/" + number + "/milestones"))
                .path("items")
                .valueStream()
                .filter(milestone -> milestone.path("code").asString().equals("DESIGN_COMPLETE"))
                .findAny()
                .orElseThrow();
        assertThat(milestones.path("history").findValuesAsString("change"))
                .containsExactly("PLANNED", "PLANNED", "MISSED", "REACHED");
        assertThat(milestones.at("/history/1/reason").asString()).isEqualTo("Permit is late");
        events.await("order.milestone.missed.v1", number);
        events.await("order.date.changed.v1", number);
    }

    @Test
    void an_item_that_cannot_be_delivered_fails_alone() {
        var tenant = platform.tenant();
        var number = inProgress(tenant);
        var staff = OrderPlatform.CCM.on(tenant.enterprise());
        api.post(staff, "/api/v1/orders/" + number + "/items/item-9/failure", Map.of("reason", "No duct"))
                .expectStatus()
                .isNotFound();
        api.post(staff, "/api/v1/orders/" + number + "/items/item-1/failure", Map.of("reason", "No duct"))
                .expectStatus()
                .isOk();
        api.post(staff, "/api/v1/orders/" + number + "/items/item-2/failure", Map.of("reason", "No duct"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("failed");
    }

    @Test
    void a_null_takes_away_what_may_be_absent_and_nothing_else() {
        var tenant = platform.tenant();
        var body = platform.order(tenant, "2026-06-20", platform.site(tenant, "Chicago"));
        var draft = text(api.post(tenant.buyer(), "/api/v1/orders", body), "orderNumber");
        patch(tenant, draft, "{\"requestedDate\":null,\"externalId\":\"PO-1\"}")
                .expectStatus()
                .isOk();
        var bare = json(api.get(tenant.buyer(), "/api/v1/orders/" + draft));
        assertThat(bare.has("requestedDate")).isFalse();
        assertThat(bare.path("externalId").asString()).isEqualTo("PO-1");
        assertThat(bare.at("/contact/name").asString())
                .as("not named, not changed")
                .isEqualTo("Ada Buyer");
        patch(
                        tenant,
                        draft + "/items/item-1",
                        "{\"siteId\":null,\"technicalContact\":{\"name\":\"T\",\"email\":\"t@a.example\"}}")
                .expectStatus()
                .isOk();
        api.post(tenant.buyer(), "/api/v1/orders/" + draft + "/requirements-confirmation")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.missing.length()")
                .isEqualTo(2);
        var number = platform.submitted(tenant);
        patch(tenant, number, "{\"externalId\":null}").expectStatus().isOk();
        assertThat(json(api.get(tenant.buyer(), "/api/v1/orders/" + number)).has("externalId"))
                .isFalse();
        patch(tenant, number, "{\"contact\":null}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/contact");
        patch(tenant, number, "{\"requestedDate\":null}").expectStatus().isEqualTo(409);
        patch(tenant, number + "/items/item-1", "{\"siteId\":\"SITE-1\"}")
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void notes_go_both_ways() {
        var tenant = platform.tenant();
        var number = inProgress(tenant);
        api.post(tenant.buyer(), "/api/v1/orders/" + number + "/notes", Map.of("text", "When do you come?"))
                .expectStatus()
                .isOk();
        api.post(
                        OrderPlatform.CCM.on(tenant.enterprise()),
                        "/api/v1/orders/" + number + "/notes",
                        Map.of("text", "On Friday."))
                .expectStatus()
                .isOk();
        var notes = json(api.get(tenant.buyer(), "/api/v1/orders/" + number + "/notes"));
        assertThat(notes.path("items").findValuesAsString("text")).containsExactly("When do you come?", "On Friday.");
        assertThat(notes.path("items").findValuesAsString("source")).containsExactly("CUSTOMER", "PROVIDER");
    }

    private ResponseSpec attach(Tenant tenant, String number, String name, byte[] content) {
        return api.attach(tenant.buyer(), "/api/v1/orders/" + number + "/attachments", name, content);
    }

    @Test
    void a_document_is_kept_as_it_came_and_given_back_as_a_file() {
        var tenant = platform.tenant();
        var number = inProgress(tenant);
        var pdf = "%PDF-1.7 a floor plan".getBytes(StandardCharsets.US_ASCII);
        var added = json(
                attach(tenant, number, "ground floor.pdf", pdf).expectStatus().isCreated());
        assertThat(added.path("mediaType").asString()).isEqualTo("application/pdf");
        var path = added.path("href").asString();
        var file = api.get(tenant.buyer(), path).expectStatus().isOk().returnResult(byte[].class);
        assertThat(file.getResponseBody()).isEqualTo(pdf);
        assertThat(file.getResponseHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment;");
        assertThat(json(api.get(tenant.buyer(), "/api/v1/orders/" + number + "/attachments"))
                        .at("/items/0/source")
                        .asString())
                .isEqualTo("CUSTOMER");
        assertThat(json(api.get(tenant.buyer(), "/api/v1/orders/" + number + "/timeline"))
                        .path("items")
                        .findValuesAsString("text"))
                .contains("Attached: ground floor.pdf");
        var stranger = platform.tenant();
        api.get(stranger.buyer(), path).expectStatus().isNotFound();
        api.get(stranger.buyer(), "/api/v1/orders/" + number + "/attachments")
                .expectStatus()
                .isNotFound();
        attach(stranger, number, "x.pdf", pdf).expectStatus().isNotFound();
        attach(stranger, number, "x.exe", pdf).expectStatus().isNotFound();
    }

    @Test
    void a_document_that_is_not_what_it_says_is_refused_and_a_harmful_one_given_to_nobody() {
        var tenant = platform.tenant();
        var number = inProgress(tenant);
        attach(tenant, number, "x.pdf", "MZ not a pdf".getBytes(StandardCharsets.US_ASCII))
                .expectStatus()
                .isEqualTo(422);
        attach(tenant, number, "x.html", "<html>".getBytes(StandardCharsets.US_ASCII))
                .expectStatus()
                .isEqualTo(422);
        attach(tenant, number, "big.txt", new byte[15 * 1024 * 1024 + 1])
                .expectStatus()
                .isEqualTo(413);
        var harmful = json(attach(tenant, number, "x.txt", FakeClamd.HARMFUL.getBytes(StandardCharsets.US_ASCII))
                .expectStatus()
                .isCreated());
        assertThat(harmful.path("scan").asString()).isEqualTo("QUARANTINED");
        api.get(tenant.buyer(), harmful.path("href").asString()).expectStatus().isEqualTo(409);
    }

    @Test
    void two_people_at_once_never_lose_an_update_without_knowing() throws Exception {
        var tenant = platform.tenant();
        var number = inProgress(tenant);
        var jobs = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 12; i++) {
            var text = "note " + i;
            jobs.add(() -> api.post(tenant.buyer(), "/api/v1/orders/" + number + "/notes", Map.of("text", text))
                            .returnResult(String.class)
                            .getStatus()
                            .value()
                    == 200);
        }
        var before = version(tenant, number);
        int kept = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(jobs)) {
                kept += done.get() ? 1 : 0;
            }
        }
        assertThat(kept).isPositive();
        assertThat(version(tenant, number)).isEqualTo(before + kept);
        assertThat(json(api.get(tenant.buyer(), "/api/v1/orders/" + number + "/notes?limit=100"))
                        .path("items")
                        .size())
                .isEqualTo(kept);
    }

    private long version(Tenant tenant, String number) {
        var tag = api.get(tenant.buyer(), "/api/v1/orders/" + number)
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();
        return Long.parseLong(String.valueOf(tag).replace("\"", ""));
    }
}
