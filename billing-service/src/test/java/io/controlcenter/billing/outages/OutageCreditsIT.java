package io.controlcenter.billing.outages;

import static io.controlcenter.billing.BillingPlatform.COORDINATOR;
import static io.controlcenter.billing.BillingPlatform.json;
import static io.controlcenter.billing.MoneyPlatform.dollars;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingPlatform;
import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.billing.MoneyPlatform;
import io.controlcenter.billing.MoneyPlatform.Debtor;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** From an outage that repair found creditable to the credit on the next invoice. */
@BillingServiceTest
class OutageCreditsIT {

    private static final AtomicInteger TICKET = new AtomicInteger(30_000_001);

    @Autowired
    private MoneyPlatform money;

    @Autowired
    private BillingPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private TestClock clock;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private String service(Debtor debtor) {
        var lines = BillingPlatform.items(api.get(debtor.payer(), "/api/v1/invoices/" + debtor.invoice() + "/lines"));
        return lines.getFirst().at("/provenance/service/serviceId").asString();
    }

    private static String outage(String ticket, Debtor debtor, String service, int minutes) {
        return """
                {"ticketNumber":"%s","accountId":"%s","serviceId":"%s","circuitId":"ET-1000001",
                 "outageStart":"2026-07-03T10:00:00Z","outageEnd":"2026-07-03T18:00:00Z","minutes":%d,
                 "excludedMinutes":48,"at":"2026-07-03T18:00:00Z"}""".formatted(ticket, debtor.account(), service, minutes);
    }

    private void send(UUID id, String ticket, Debtor debtor, String data) {
        events.send(
                id,
                "repair.ticket.v1",
                "repair.outage.creditable.v1",
                ticket,
                debtor.tenant().enterprise(),
                9,
                data);
    }

    private JsonNode proposal(Debtor debtor, String ticket) {
        var path = "/api/v1/outage-credits?ticketNumber=" + ticket;
        Awaitility.await(ticket)
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        !BillingPlatform.items(api.get(debtor.payer(), path)).isEmpty());
        var found = BillingPlatform.items(api.get(debtor.payer(), path));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private JsonNode proposed(Debtor debtor, String service, int minutes) {
        var ticket = "T-" + TICKET.getAndIncrement();
        send(UUID.randomUUID(), ticket, debtor, outage(ticket, debtor, service, minutes));
        return proposal(debtor, ticket);
    }

    @Test
    void an_outage_is_proposed_approved_and_on_the_next_invoice_with_its_ticket() {
        var debtor = money.debtor();
        var credit = proposed(debtor, service(debtor), 432);
        assertThat(credit.path("minutesInMonth").asInt()).isEqualTo(44_640);
        assertThat(credit.at("/monthlyAmount/amount").asString()).isEqualTo("1000.00");
        assertThat(credit.at("/amount/amount").asString()).isEqualTo("9.68");
        var path = credit.path("href").asString();
        var approved = json(api.post(COORDINATOR, path + "/approval", Map.of("text", "As agreed"))
                .expectStatus()
                .isOk());
        assertThat(approved.at("/decision/credited/amount").asString()).isEqualTo("9.68");
        api.post(COORDINATOR, path + "/approval", Map.of("text", "Again"))
                .expectStatus()
                .isEqualTo(409);
        api.post(COORDINATOR, path + "/decline", Map.of("reason", "No"))
                .expectStatus()
                .isEqualTo(409);
        money.moveTo(Instant.parse("2026-08-01T17:00:00Z"));
        var august = platform.invoices(debtor.tenant(), debtor.account()).getLast();
        var line = platform.lines(debtor.tenant(), august).stream()
                .filter(one -> one.path("description")
                        .asString()
                        .contains(credit.path("ticketNumber").asString()))
                .toList();
        assertThat(line).hasSize(1);
        assertThat(line.getFirst().at("/netAmount/amount").asString()).isEqualTo("-9.68");
    }

    @Test
    void an_outage_credit_takes_back_the_taxes_of_recurring_charges() {
        var debtor = money.taxedDebtor();
        api.post(
                        BillingPlatform.OPERATIONS,
                        "/api/v1/tax-rules",
                        Map.of(
                                "code", "T-RECURRING-" + debtor.account(),
                                "name", "Tax on what recurs",
                                "kind", "TAX",
                                "jurisdiction", "Illinois",
                                "percent", "2.000000",
                                "productCode", "TAXED_" + debtor.account(),
                                "appliesTo", List.of("RECURRING"),
                                "effectiveFrom", "2026-07-02"))
                .expectStatus()
                .isCreated();
        var credit = proposed(debtor, service(debtor), 432);
        api.post(COORDINATOR, credit.path("href").asString() + "/approval", Map.of("text", "As agreed"))
                .expectStatus()
                .isOk();
        money.moveTo(Instant.parse("2026-08-01T17:00:00Z"));
        var august = platform.invoices(debtor.tenant(), debtor.account()).getLast();
        assertThat(platform.lines(debtor.tenant(), august))
                .extracting((JsonNode line) -> line.at("/netAmount/amount").asString() + " "
                        + line.path("taxRuleIds").size())
                .contains("-9.68 3");
    }

    @Test
    void another_amount_stays_within_the_monthly_price_and_a_declined_one_gives_nothing() {
        var debtor = money.debtor();
        var service = service(debtor);
        var credit = proposed(debtor, service, 60);
        var path = credit.path("href").asString() + "/approval";
        for (var amount : List.of("0", "1000.01")) {
            api.post(COORDINATOR, path, Map.of("text", "x", "amount", dollars(amount)))
                    .expectStatus()
                    .isEqualTo(422);
        }
        var more = json(api.post(COORDINATOR, path, Map.of("text", "Goodwill", "amount", dollars("50.00")))
                .expectStatus()
                .isOk());
        assertThat(more.at("/decision/credited/amount").asString()).isEqualTo("50.00");
        var declined = proposed(debtor, service, 5);
        var answer = api.post(COORDINATOR, declined.path("href").asString() + "/decline", Map.of("reason", "Planned"));
        assertThat(json(answer.expectStatus().isOk()).path("state").asString()).isEqualTo("DECLINED");
        api.post(debtor.payer(), path, Map.of("text", "x")).expectStatus().isForbidden();
    }

    @Test
    void what_a_service_costs_may_be_unknown_and_is_then_said_by_whoever_approves() {
        var debtor = money.debtor();
        var credit = proposed(debtor, "S-99999999", 60);
        assertThat(credit.at("/amount/amount").asString()).isEqualTo("0.00");
        var path = credit.path("href").asString() + "/approval";
        api.post(COORDINATOR, path, Map.of("text", "x")).expectStatus().isEqualTo(422);
        api.post(COORDINATOR, path, Map.of("text", "x", "amount", dollars("5.00")))
                .expectStatus()
                .isOk();
    }

    @Test
    void duplicates_and_retellings_propose_once_and_poison_does_not_stop_the_rest() {
        var debtor = money.debtor();
        var service = service(debtor);
        var ticket = "T-" + TICKET.getAndIncrement();
        var id = UUID.randomUUID();
        send(id, ticket, debtor, outage(ticket, debtor, service, 432));
        send(id, ticket, debtor, outage(ticket, debtor, service, 432));
        send(UUID.randomUUID(), ticket, debtor, "{\"ticketNumber\":1");
        send(UUID.randomUUID(), ticket, debtor, outage(ticket, debtor, service, 999));
        var later = outage(ticket, debtor, service, 7).replace("2026-07-03T10", "2026-07-03T12");
        send(UUID.randomUUID(), ticket, debtor, later);
        var path = "/api/v1/outage-credits?ticketNumber=" + ticket;
        Awaitility.await("a later outage of the ticket")
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        BillingPlatform.items(api.get(debtor.payer(), path)).size() == 2);
        assertThat(BillingPlatform.items(api.get(debtor.payer(), path)))
                .extracting(one -> one.path("minutes").asInt())
                .containsExactlyInAnyOrder(432, 7);
        assertThat(BillingPlatform.items(api.get(COORDINATOR, path))).hasSize(2);
        assertThat(BillingPlatform.items(api.get(money.debtor().payer(), path))).isEmpty();
    }
}
