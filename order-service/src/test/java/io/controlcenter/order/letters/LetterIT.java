package io.controlcenter.order.letters;

import static io.controlcenter.order.OrderPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.OrderPlatform;
import io.controlcenter.order.OrderServiceTest;
import io.controlcenter.platform.test.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** The letter and the notice as JSON, page and PDF; immutable, with earlier versions. */
@OrderServiceTest
class LetterIT {

    @Autowired
    private OrderPlatform platform;

    @Autowired
    private Api api;

    @BeforeEach
    void a_care_manager_is_there() {
        platform.careManager();
    }

    private ResponseSpec get(OrderPlatform.Tenant tenant, String path, MediaType type) {
        return api.as(tenant.buyer())
                .get()
                .uri("/api/v1/orders/" + path)
                .accept(type)
                .exchange();
    }

    private byte[] bytes(OrderPlatform.Tenant tenant, String path, MediaType type) {
        var body = get(tenant, path, type)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(type)
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        return java.util.Objects.requireNonNull(body);
    }

    /** Left in target, for people to look at. */
    private static void keep(String name, byte[] content) throws IOException {
        Files.write(Files.createDirectories(Path.of("target", "letters")).resolve(name), content);
    }

    @Test
    void the_letter_comes_as_json_page_and_tagged_pdf() throws IOException {
        var tenant = platform.tenant();
        var number = platform.submitted(tenant);
        var letter = json(get(tenant, number + "/acknowledgement", MediaType.APPLICATION_JSON));
        assertThat(letter.at("/customerCareManager/phone").asString()).isEqualTo("+1 555 0100");
        assertThat(letter.at("/monthlyTotal/amount").asString()).isEqualTo("2000.00");
        var html = new String(bytes(tenant, number + "/acknowledgement", MediaType.TEXT_HTML), StandardCharsets.UTF_8);
        assertThat(html)
                .contains(
                        number, "ccm-of-all@provider.example", "+1 555 0100", "$2,000.00", "June 20, 2026", "Ada Buyer")
                .doesNotContain("th:text", "th:if");
        var pdf = bytes(tenant, number + "/acknowledgement", MediaType.APPLICATION_PDF);
        keep("acknowledgement.html", html.getBytes(StandardCharsets.UTF_8));
        keep("acknowledgement.pdf", pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(number, "ccm-of-all@provider.example", "$2,000.00", "Denver office");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked())
                    .as("tagged")
                    .isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
        get(tenant, number + "/acknowledgement", MediaType.IMAGE_PNG)
                .expectStatus()
                .isEqualTo(406);
        get(tenant, number + "/connection-notice", MediaType.APPLICATION_PDF)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void another_care_manager_makes_a_new_version_and_the_old_one_stays() {
        var tenant = platform.tenant();
        var number = platform.submitted(tenant);
        var before = bytes(tenant, number + "/acknowledgement", MediaType.APPLICATION_JSON);
        platform.staff("ccm-next", "\"+1 555 0199\"", "ACTIVE", "\"CCM\"", 1);
        api.as(OrderPlatform.CCM.on(tenant.enterprise()))
                .put()
                .uri("/api/v1/orders/" + number + "/ccm")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("userId", "ccm-next"))
                .exchange()
                .expectStatus()
                .isOk();
        platform.staff("ccm-next", "\"+1 555 0199\"", "INACTIVE", "\"CCM\"", 2);
        var latest = json(get(tenant, number + "/acknowledgement", MediaType.APPLICATION_JSON));
        assertThat(latest.path("version").asInt()).isEqualTo(2);
        assertThat(latest.at("/customerCareManager/phone").asString()).isEqualTo("+1 555 0199");
        assertThat(bytes(tenant, number + "/acknowledgement?letterVersion=1", MediaType.APPLICATION_JSON))
                .isEqualTo(before);
        assertThat(json(api.get(tenant.buyer(), "/api/v1/orders/" + number + "/acknowledgement/versions"))
                        .path("items")
                        .findValuesAsString("version"))
                .containsExactly("2", "1");
        get(tenant, number + "/acknowledgement?letterVersion=3", MediaType.APPLICATION_JSON)
                .expectStatus()
                .isNotFound();
        get(platform.tenant(), number + "/acknowledgement", MediaType.TEXT_HTML)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void every_connection_notice_is_a_document_with_the_day_to_answer_by() throws IOException {
        var tenant = platform.tenant();
        var number = platform.awaitingAcceptance(tenant);
        var notice = json(get(tenant, number + "/connection-notice", MediaType.APPLICATION_JSON));
        assertThat(notice.path("version").asInt()).isEqualTo(1);
        assertThat(notice.path("acceptBy").asString()).as("five business days").isEqualTo("2026-06-08");
        var pdf = bytes(tenant, number + "/connection-notice", MediaType.APPLICATION_PDF);
        keep("connection-notice.pdf", pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("June 8, 2026", "installed, tested and working");
        }
    }
}
