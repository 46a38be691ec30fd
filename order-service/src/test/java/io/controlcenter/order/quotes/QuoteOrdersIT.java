package io.controlcenter.order.quotes;

import static io.controlcenter.order.OrderPlatform.json;
import static io.controlcenter.order.OrderPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.OrderPlatform;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** From a quote to an order, over HTTP. */
class QuoteOrdersIT extends QuoteSteps {

    private ResponseSpec draft(OrderPlatform.Tenant tenant, String quote) {
        return api.post(
                buyer(tenant),
                "/api/v1/orders",
                Map.of(
                        "accountId",
                        tenant.accountA(),
                        "quoteNumber",
                        quote,
                        "requestedDate",
                        Map.of("kind", "FIRM_DATE", "date", "2026-08-03"),
                        "contact",
                        Map.of("name", "Ada Buyer", "email", "ada@acme.example")));
    }

    private ResponseSpec submit(OrderPlatform.Tenant tenant, String order) {
        var path = "/api/v1/orders/" + order;
        api.post(buyer(tenant), path + "/requirements-confirmation")
                .expectStatus()
                .isOk();
        return api.post(
                buyer(tenant), path + "/submit", Map.of(), UUID.randomUUID().toString());
    }

    @Test
    void an_order_takes_the_prices_of_its_quote_and_accepts_it_when_it_is_submitted() {
        platform.careManager();
        var tenant = platform.tenant();
        var quote = approved(tenant, 36);
        var order = json(draft(tenant, quote).expectStatus().isCreated());
        assertThat(order.at("/items/0/monthlyRecurring/amount").asString()).isEqualTo("900.00");
        assertThat(read(buyer(tenant), quote).path("state").asString()).isEqualTo("approved.orderable");
        var second = text(draft(tenant, quote).expectStatus().isCreated(), "orderNumber");
        var number = order.path("orderNumber").asString();
        submit(tenant, number).expectStatus().isOk();
        var accepted = read(buyer(tenant), quote);
        assertThat(accepted.path("state").asString()).isEqualTo("accepted");
        assertThat(accepted.path("orderNumber").asString()).isEqualTo(number);
        assertThat(json(submit(tenant, second).expectStatus().isEqualTo(409))
                        .path("code")
                        .asString())
                .as("one quote, one order")
                .isEqualTo("quote-not-orderable");
        draft(tenant, quote).expectStatus().isEqualTo(409);
        draft(tenant, "Q-1").expectStatus().isNotFound();
    }

    @Test
    void a_quote_that_is_not_orderable_or_has_ended_makes_no_order() {
        platform.careManager();
        var tenant = platform.tenant();
        draft(tenant, inProgress(tenant, "FIRM")).expectStatus().isEqualTo(409);
        var quote = approved(tenant, 36);
        var number = text(draft(tenant, quote).expectStatus().isCreated(), "orderNumber");
        clock.set(Instant.parse("2026-07-02T20:00:00Z"));
        assertThat(json(draft(tenant, quote).expectStatus().isEqualTo(409))
                        .path("code")
                        .asString())
                .isEqualTo("quote-expired");
        assertThat(json(submit(tenant, number).expectStatus().isEqualTo(409))
                        .path("code")
                        .asString())
                .isEqualTo("quote-expired");
    }
}
