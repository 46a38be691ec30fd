package io.controlcenter.repair.rfo;

import static io.controlcenter.repair.RepairPlatform.FIX;
import static io.controlcenter.repair.RepairPlatform.json;
import static io.controlcenter.repair.RepairPlatform.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.EventContracts;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import io.controlcenter.repair.RepairPlatform;
import io.controlcenter.repair.RepairServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** A reason for outage, from the question to the document. */
@RepairServiceTest
class RfoIT {

    private static final Map<String, Object> QUESTION = Map.of(
            "reason",
            "For our auditors",
            "contacts",
            List.of(Map.of("name", "Ada Buyer", "email", "ada@acme.example")));
    private static final Map<String, Object> FINDING = Map.of(
            "summary", "A digger cut the fiber near Chicago.",
            "cause", "Works on a water main cut the duct <12> at 09:40.",
            "restoration", "96 fibers were spliced.",
            "prevention", List.of("The duct is marked again.", "A second way is built."));

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

    private String closed(RepairPlatform.Tenant tenant, Map<String, Object> fix, String impact) {
        var body = report(tenant.service());
        body.put("observedImpact", impact);
        var path = json(platform.open(tenant.noc(), body).expectStatus().isCreated())
                .path("href")
                .asString();
        platform.work(tenant, path, "start", Map.of()).expectStatus().isOk();
        clock.advance(Duration.ofMinutes(95));
        platform.work(tenant, path, "resolve", fix).expectStatus().isOk();
        api.post(tenant.noc(), path + "/close").expectStatus().isOk();
        return path;
    }

    private ResponseSpec ask(RepairPlatform.Tenant tenant, String ticket) {
        return api.post(tenant.noc(), ticket + "/rfo-requests", QUESTION);
    }

    @Test
    void a_question_becomes_a_document_in_two_forms() throws IOException {
        var tenant = platform.tenant();
        var ticket = closed(tenant, FIX, "DOWN");
        var asked = json(ask(tenant, ticket).expectStatus().isCreated());
        assertThat(asked.path("rfoNumber").asString()).matches("RFO-1\\d{7}");
        assertThat(asked.path("state").asString()).isEqualTo("REQUESTED");
        ask(tenant, ticket).expectStatus().isEqualTo(409);
        var path = asked.path("href").asString();
        api.get(tenant.noc(), path + "/document").expectStatus().isNotFound();
        api.post(tenant.tech(), path + "/deliver", FINDING).expectStatus().isEqualTo(409);
        api.post(tenant.tech(), path + "/prepare", Map.of()).expectStatus().isOk();
        api.post(tenant.tech(), path + "/deliver", Map.of()).expectStatus().isEqualTo(422);
        var delivered = json(api.post(tenant.tech(), path + "/deliver", FINDING)
                .expectStatus()
                .isOk());
        assertThat(delivered.path("document").asString()).isEqualTo(path + "/document");
        assertThat(json(api.get(tenant.noc(), path).expectStatus().isOk())
                        .path("state")
                        .asString())
                .isEqualTo("DELIVERED");
        page(tenant, path);
        pdf(tenant, path);
        var told =
                events.await("repair.rfo.delivered.v1", asked.path("rfoNumber").asString());
        assertThat(told.data().at("/contacts/0/email").asString()).isEqualTo("ada@acme.example");
        assertThat(json(api.get(tenant.noc(), "/api/v1/rfo-requests?state=DELIVERED"))
                        .path("items")
                        .size())
                .isEqualTo(1);
        api.post(tenant.tech(), path + "/decline", Map.of("reason", "x"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.possible.length()")
                .isEqualTo(0);
    }

    private void page(RepairPlatform.Tenant tenant, String path) throws IOException {
        var html = String.valueOf(api.get(tenant.noc(), path + "/document?format=html")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        Files.writeString(Files.createDirectories(Path.of("target", "rfo")).resolve("rfo.html"), html);
        assertThat(html)
                .contains("1 h 35 min", "duct &lt;12&gt;", "A second way is built.", "Fiber cut", "For our auditors")
                .doesNotContain(" th:", "null");
    }

    private void pdf(RepairPlatform.Tenant tenant, String path) throws IOException {
        var bytes = api.get(tenant.noc(), path + "/document")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/pdf")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        Files.write(Path.of("target", "rfo", "rfo.pdf"), bytes);
        try (var document = Loader.loadPDF(bytes)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Outage of circuit ET-" + tenant.service(), "duct <12>", "The duct is marked again.");
        }
        api.get(tenant.noc(), path + "/document?format=doc").expectStatus().isBadRequest();
    }

    @Test
    void only_a_closed_outage_of_the_providers_is_explained() {
        var open = platform.tenant();
        ask(open, platform.resolved(open))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("rfo-not-possible");
        var impaired = platform.tenant();
        ask(impaired, closed(impaired, FIX, "DEGRADED")).expectStatus().isEqualTo(409);
        var theirs = platform.tenant();
        var fix = Map.<String, Object>of(
                "note", "Power is back.", "rootCause", Map.of("code", "POWER_FAILURE", "party", "THIRD_PARTY"));
        ask(theirs, closed(theirs, fix, "DOWN")).expectStatus().isEqualTo(409);
        var problem = json(api.post(open.noc(), platform.opened(platform.tenant()) + "/rfo-requests", Map.of())
                .expectStatus()
                .isEqualTo(422));
        assertThat(problem.path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/reason", "/contacts");
    }

    @Test
    void what_was_declined_says_why_and_can_be_asked_for_again() {
        var tenant = platform.tenant();
        var ticket = closed(tenant, FIX, "DOWN");
        var path = json(ask(tenant, ticket)).path("href").asString();
        api.post(tenant.tech(), path + "/decline", Map.of()).expectStatus().isEqualTo(422);
        var declined = json(api.post(tenant.tech(), path + "/decline", Map.of("reason", "Sent by mail already."))
                .expectStatus()
                .isOk());
        assertThat(declined.path("declinedBecause").asString()).isEqualTo("Sent by mail already.");
        ask(tenant, ticket).expectStatus().isCreated();
        var stranger = platform.tenant();
        api.get(stranger.noc(), path).expectStatus().isNotFound();
        ask(stranger, ticket).expectStatus().isNotFound();
        api.post(tenant.noc(), path + "/prepare", Map.of()).expectStatus().isForbidden();
        assertThat(json(api.get(Tokens.provider("OPERATIONS"), "/api/v1/rfo-requests?state=REQUESTED&limit=100"))
                        .path("items")
                        .findValuesAsString("enterpriseId"))
                .contains(tenant.enterprise());
    }

    @ParameterizedTest
    @EnumSource
    void a_state_leads_only_where_the_table_says(RfoState state) {
        assertThat(state.next())
                .isEqualTo(
                        switch (state) {
                            case REQUESTED -> java.util.Set.of(RfoState.IN_PREPARATION, RfoState.DECLINED);
                            case IN_PREPARATION -> java.util.Set.of(RfoState.DELIVERED, RfoState.DECLINED);
                            case DELIVERED, DECLINED -> java.util.Set.of();
                        });
    }

    @Test
    void its_event_has_its_schema_and_example() {
        EventContracts.assertPublished("repair.rfo.delivered.v1", AnsweringRfos.Delivered.class);
    }
}
