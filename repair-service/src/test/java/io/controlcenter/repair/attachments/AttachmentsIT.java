package io.controlcenter.repair.attachments;

import static io.controlcenter.repair.RepairPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.FakeClamd;
import io.controlcenter.platform.test.Tokens;
import io.controlcenter.repair.RepairPlatform;
import io.controlcenter.repair.RepairServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Files of a ticket: how many, how large, what they are, and whether they are harmful. */
@RepairServiceTest
class AttachmentsIT {

    private static final byte[] TEXT = "Rx -38.1 dBm".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj <<>> endobj".getBytes(StandardCharsets.UTF_8);
    private static final byte[] HARMFUL = FakeClamd.HARMFUL.getBytes(StandardCharsets.UTF_8);

    @Autowired
    private RepairPlatform platform;

    @Autowired
    private Api api;

    @BeforeEach
    void a_technician_is_there() {
        platform.technician();
    }

    private ResponseSpec attach(Tokens.Draft user, String ticket, String name, byte[] content) {
        return api.attach(user, ticket + "/attachments", name, content);
    }

    @Test
    void a_file_is_what_its_content_says_and_stands_in_the_timeline() {
        var tenant = platform.tenant();
        var ticket = platform.opened(tenant);
        var added = json(attach(tenant.noc(), ticket, "levels of today.pdf", PDF)
                .expectStatus()
                .isCreated());
        assertThat(added.path("mediaType").asString()).isEqualTo("application/pdf");
        assertThat(added.path("scan").asString()).isEqualTo("CLEAN");
        assertThat(api.get(tenant.tech(), added.path("href").asString())
                        .expectStatus()
                        .isOk()
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody())
                .isEqualTo(PDF);
        var timeline = json(api.get(tenant.noc(), ticket + "/timeline?kind=ATTACHMENT"));
        assertThat(timeline.path("items").findValuesAsString("text"))
                .containsExactly("A file was added: levels of today.pdf");
    }

    @Test
    void too_large_is_413_and_too_many_or_of_another_type_is_422() {
        var tenant = platform.tenant();
        var ticket = platform.opened(tenant);
        attach(tenant.noc(), ticket, "big.txt", new byte[2 * 1024 * 1024 + 1])
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("attachment-too-large")
                .jsonPath("$.maxBytes")
                .isEqualTo(2097152);
        attach(tenant.noc(), ticket, "harmless.txt", new byte[] {'M', 'Z', 0, 0})
                .expectStatus()
                .isEqualTo(422);
        attach(tenant.noc(), ticket, "levels.exe", PDF).expectStatus().isEqualTo(422);
        attach(tenant.noc(), ticket, "../secret.txt", TEXT).expectStatus().isBadRequest();
        attach(tenant.noc(), ticket, "router.log", TEXT).expectStatus().isCreated();
        attach(tenant.tech(), ticket, "router.cfg", TEXT).expectStatus().isCreated();
        attach(tenant.noc(), ticket, "three.txt", TEXT)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("tooManyRecords");
        assertThat(json(api.get(tenant.noc(), ticket + "/attachments"))
                        .path("items")
                        .findValuesAsString("name"))
                .containsExactly("router.log", "router.cfg");
    }

    @Test
    void a_harmful_file_is_kept_apart_and_given_to_nobody() {
        var tenant = platform.tenant();
        var ticket = platform.opened(tenant);
        var added = json(attach(tenant.noc(), ticket, "notes.txt", HARMFUL)
                .expectStatus()
                .isCreated());
        assertThat(added.path("scan").asString()).isEqualTo("QUARANTINED");
        assertThat(added.path("threat").asString()).isEqualTo(FakeClamd.THREAT);
        for (var user : new Tokens.Draft[] {tenant.noc(), tenant.tech()}) {
            api.get(user, added.path("href").asString())
                    .expectStatus()
                    .isEqualTo(409)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("attachment-quarantined");
        }
    }

    @Test
    void a_file_is_added_once_per_key_and_only_while_the_ticket_is_open_to_whom_it_is_visible() {
        var tenant = platform.tenant();
        var ticket = platform.resolved(tenant);
        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            api.as(tenant.noc())
                    .post()
                    .uri(ticket + "/attachments?name=levels.txt")
                    .header("Idempotency-Key", key)
                    .contentType(MediaType.TEXT_PLAIN)
                    .body(TEXT)
                    .exchange()
                    .expectStatus()
                    .isCreated();
        }
        api.as(tenant.noc())
                .post()
                .uri(ticket + "/attachments?name=levels.txt")
                .header("Idempotency-Key", key)
                .contentType(MediaType.TEXT_PLAIN)
                .body(PDF)
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        var items = json(api.get(tenant.noc(), ticket + "/attachments")).path("items");
        assertThat(items.size()).isEqualTo(1);
        var other = platform.tenant();
        attach(other.noc(), ticket, "x.txt", TEXT).expectStatus().isNotFound();
        api.get(other.noc(), items.path(0).path("href").asString())
                .expectStatus()
                .isNotFound();
        attach(Tokens.customer(tenant.enterprise(), "REPAIR_VIEW"), ticket, "x.txt", TEXT)
                .expectStatus()
                .isForbidden();
        api.post(tenant.noc(), ticket + "/close", Map.of()).expectStatus().isOk();
        attach(tenant.noc(), ticket, "late.txt", TEXT).expectStatus().isEqualTo(409);
        api.get(tenant.noc(), items.path(0).path("href").asString())
                .expectStatus()
                .isOk();
    }
}
