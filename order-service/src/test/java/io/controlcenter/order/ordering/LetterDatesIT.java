package io.controlcenter.order.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.OrderPlatform;
import io.controlcenter.order.OrderPlatform.Tenant;
import io.controlcenter.platform.tenancy.TenantScope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionTemplate;

/** A letter that is issued again says what holds on that day; those before say what they said. */
class LetterDatesIT extends OrderSteps {

    private static final Map<String, String> LATER =
            Map.of("itemId", "item-2", "requestedDate", "2026-07-01", "reason", "The branch is late");

    @Autowired
    private TransactionTemplate transaction;

    private byte[] letter(Tenant tenant, String number, int version, MediaType type) {
        var body = api.as(tenant.buyer())
                .get()
                .uri("/api/v1/orders/" + number + "/acknowledgement?letterVersion=" + version)
                .accept(type)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        return java.util.Objects.requireNonNull(body);
    }

    private String page(Tenant tenant, String number, int version) {
        return new String(letter(tenant, number, version, MediaType.TEXT_HTML), StandardCharsets.UTF_8);
    }

    private void givenToAnother(Tenant tenant, String number) {
        var next = "ccm-after-" + number;
        platform.staff(next, "\"+1 555 0199\"", "ACTIVE", "\"CCM\"", 1);
        api.as(OrderPlatform.CCM.on(tenant.enterprise()))
                .put()
                .uri("/api/v1/orders/" + number + "/ccm")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("userId", next))
                .exchange()
                .expectStatus()
                .isOk();
        platform.staff(next, "\"+1 555 0199\"", "INACTIVE", "\"CCM\"", 2);
    }

    @Test
    void a_letter_that_is_issued_again_shows_the_dates_of_each_item_and_those_before_stay() throws IOException {
        var tenant = platform.tenant();
        var number = inProgress(tenant);
        buyer(tenant, number, "/date-changes", LATER).expectStatus().isOk();
        ccm(tenant, number, "/date-changes/decision", Map.of("decision", "AGREED"))
                .expectStatus()
                .isOk();
        answer(tenant, number, charge(tenant, number), "ACCEPTED")
                .expectStatus()
                .isOk();
        var first = letter(tenant, number, 1, MediaType.APPLICATION_JSON);
        var firstPage = page(tenant, number, 1);
        givenToAnother(tenant, number);
        var items = OrderPlatform.json(api.get(tenant.buyer(), "/api/v1/orders/" + number + "/acknowledgement"))
                .path("items");
        assertThat(items.at("/0/expectedCompletionDate").asString()).isEqualTo("2026-06-20");
        assertThat(items.path(0).has("requestedDate")).as("the order's holds").isFalse();
        assertThat(items.at("/1/requestedDate/date").asString()).isEqualTo("2026-07-01");
        assertThat(items.at("/1/expectedCompletionDate").asString()).isEqualTo("2026-07-01");
        assertThat(page(tenant, number, 2))
                .contains(", expected on June 20, 2026", ", wanted on July 1, 2026", ", expected on July 1, 2026");
        assertThat(letter(tenant, number, 1, MediaType.APPLICATION_JSON)).isEqualTo(first);
        assertThat(page(tenant, number, 1)).isEqualTo(firstPage).doesNotContain("July 1, 2026", "expected on");
        Files.write(
                Files.createDirectories(Path.of("target", "letters")).resolve("acknowledgement-again.pdf"),
                letter(tenant, number, 2, MediaType.APPLICATION_PDF));
    }

    @Test
    void a_letter_of_before_items_had_dates_of_their_own_is_shown_as_it_was() {
        var tenant = platform.tenant();
        var number = platform.submitted(tenant);
        var now = page(tenant, number, 1);
        TenantScope.run(
                TenantScope.of(tenant.enterprise()),
                () -> transaction.executeWithoutResult(
                        _ -> db.sql("""
                                insert into order_document
                                select gen_random_uuid(), order_number, enterprise_id, account_id, kind, 9, template, issued_at,
                                  jsonb_set(content, '{items}', (select jsonb_agg(
                                    item - 'requestedDate' - 'expectedCompletionDate') from jsonb_array_elements(content -> 'items') item))
                                from order_document where order_number = :order""").param("order", number).update()));
        assertThat(page(tenant, number, 9)).isEqualTo(now);
    }
}
