package io.controlcenter.billing.invoicing;

import static io.controlcenter.billing.BillingPlatform.OPERATIONS;
import static io.controlcenter.billing.BillingPlatform.accepted;
import static io.controlcenter.billing.BillingPlatform.json;
import static io.controlcenter.billing.BillingPlatform.orderNumber;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingPlatform;
import io.controlcenter.billing.BillingPlatform.Tenant;
import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.billing.invoicing.application.LineTaxes;
import io.controlcenter.billing.taxes.domain.TaxLine;
import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.work.DueWorkRunner;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What an invoice says besides its lines: taxes, sums, how the account stood; and what the next one will say. */
@BillingServiceTest
class InvoiceContentsIT {

    @Autowired
    private BillingPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @Autowired
    private DueWorkRunner dueWork;

    @Autowired
    private LineTaxes lineTaxes;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private List<JsonNode> billedAt(Tenant tenant, String account, String instant) {
        clock.set(Instant.parse(instant));
        dueWork.runAll();
        return platform.invoices(tenant, account);
    }

    private JsonNode whole(Tenant tenant, JsonNode invoice) {
        return json(api.get(tenant.viewer(), invoice.path("href").asString())
                .expectStatus()
                .isOk());
    }

    /** Every test has its own product, so that no other one is taxed by it. */
    private String rule(String product, String kind, String percent, String from, String to) {
        var body = new HashMap<String, Object>(Map.of(
                "code", "T-" + product,
                "name", "Tax on " + product,
                "kind", kind,
                "jurisdiction", "Illinois",
                "percent", percent,
                "productCode", product,
                "effectiveFrom", from));
        body.put("effectiveTo", to);
        return json(api.post(OPERATIONS, "/api/v1/tax-rules", body)
                        .expectStatus()
                        .isCreated())
                .path("href")
                .asString();
    }

    private String service(Tenant tenant, String account, String product, String start, String monthly, String once) {
        var order = orderNumber();
        platform.accept(tenant, accepted(order, account, start, monthly, once).replace("ETHERNET_1G", product));
        platform.awaitService(tenant, order);
        return order;
    }

    @Test
    void taxes_are_summed_by_rate_and_a_credit_takes_back_those_of_its_time() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var product = "TAXED_" + account;
        var old = rule(product, "TAX", "7.000000", "2026-01-01", null);
        rule(product, "SURCHARGE", "1.255000", "2026-01-01", null);
        service(tenant, account, "OTHER_" + account, "2026-06-01", "50.00", "0.00");
        var order = service(tenant, account, product, "2026-06-01", "1000.01", "10.00");
        var invoice =
                whole(tenant, billedAt(tenant, account, "2026-07-01T07:00:00Z").getFirst());
        assertThat(invoice.at("/totals/currentCharges/amount").asString()).isEqualTo("2110.02");
        assertThat(invoice.path("taxLines"))
                .extracting((JsonNode tax) -> tax.path("kind").asString() + " "
                        + tax.at("/taxableAmount/amount").asString() + " "
                        + tax.at("/amount/amount").asString())
                .containsExactly("TAX 2010.02 140.70", "SURCHARGE 2010.02 25.23");
        assertThat(invoice.at("/totals/taxes/amount").asString()).isEqualTo("165.93");
        assertThat(invoice.at("/totals/amountDue/amount").asString()).isEqualTo("2275.95");
        api.post(OPERATIONS, old + "/end", Map.of("effectiveTo", "2026-07-15"))
                .expectStatus()
                .isOk();
        rule(product, "TAX", "50.000000", "2026-07-15", null);
        platform.put(
                        OPERATIONS.on(tenant.enterprise()),
                        "/api/v1/rated-services/" + order.replace("O-", "S-") + "/dates",
                        Map.of("startDate", "2026-06-01", "stopDate", "2026-07-20", "reason", "gone"))
                .expectStatus()
                .isOk();
        var second =
                whole(tenant, billedAt(tenant, account, "2026-08-01T07:00:00Z").get(1));
        assertThat(second.path("taxLines"))
                .extracting((JsonNode tax) -> tax.path("percent").asString() + " "
                        + tax.at("/taxableAmount/amount").asString() + " "
                        + tax.at("/amount/amount").asString())
                .containsExactly("7 -387.10 -27.10", "1.255 -387.10 -4.86");
        var line = platform.lines(tenant, invoice).stream()
                .filter(one -> !one.path("taxRuleIds").isEmpty())
                .findFirst()
                .orElseThrow();
        var number = line.path("lineId").asInt();
        var had = TenantScope.call(
                TenantScope.of(tenant.enterprise()),
                () -> lineTaxes.of(invoice.path("invoiceNumber").asString(), List.of(number)));
        assertThat(had).containsOnlyKeys(number);
        assertThat(had.get(number))
                .extracting(tax ->
                        TaxLine.of(tax, new BigDecimal("100.00"), 2).amount().toPlainString())
                .containsExactly("7.00", "1.26");
    }

    @Test
    void a_wrong_tax_rule_is_refused() {
        api.post(
                        OPERATIONS,
                        "/api/v1/tax-rules",
                        Map.of(
                                "code", "X",
                                "name", "X",
                                "kind", "TAX",
                                "jurisdiction", "X",
                                "percent", "101",
                                "effectiveFrom", "2026-01-01"))
                .expectStatus()
                .isEqualTo(422);
        var href = rule("ENDED", "FEE", "1", "2026-01-01", null);
        api.post(OPERATIONS, href + "/end", Map.of("effectiveTo", "2026-01-01"))
                .expectStatus()
                .isEqualTo(422);
        api.post(OPERATIONS, "/api/v1/tax-rules/0/end", Map.of("effectiveTo", "2026-02-01"))
                .expectStatus()
                .isNotFound();
        api.get(OPERATIONS, href).expectStatus().isOk();
        assertThat(BillingPlatform.items(api.get(OPERATIONS, "/api/v1/tax-rules?productCode=ENDED")))
                .hasSize(1);
        api.get(platform.tenant().viewer(), href).expectStatus().isForbidden();
    }

    @Test
    void the_second_invoice_says_what_is_brought_forward_and_how_old_it_is() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        service(tenant, account, "ETHERNET_1G", "2026-06-01", "100.00", "50.00");
        billedAt(tenant, account, "2026-07-01T07:00:00Z");
        var second =
                whole(tenant, billedAt(tenant, account, "2026-09-01T07:00:00Z").get(2));
        assertThat(second.at("/totals/previousBalance/amount").asString()).isEqualTo("350.00");
        assertThat(second.at("/totals/balanceForward/amount").asString()).isEqualTo("350.00");
        var own = new BigDecimal(second.at("/totals/amountDue/amount").asString());
        assertThat(new BigDecimal(second.at("/totals/totalAmountDue/amount").asString()))
                .isEqualByComparingTo(own.add(new BigDecimal("350.00")));
        assertThat(second.at("/statement/openInvoices")).hasSize(2);
        assertThat(second.at("/statement/aging/days31To60/amount").asString()).isEqualTo("250.00");
        assertThat(second.at("/statement/aging/days1To30/amount").asString()).isEqualTo("100.00");
        assertThat(second.at("/statement/aging/current/amount").asString()).isEqualTo("0.00");
    }

    @Test
    void sums_by_service_and_product_add_up() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        service(tenant, account, "ETHERNET_1G", "2026-06-01", "100.00", "50.00");
        service(tenant, account, "ETHERNET_1G", "2026-06-01", "300.00", "0.00");
        var invoice =
                whole(tenant, billedAt(tenant, account, "2026-07-01T07:00:00Z").getFirst());
        assertThat(invoice.at("/sections/byService"))
                .extracting((JsonNode section) -> section.at("/total/amount").asString())
                .containsExactly("250.00", "600.00");
        assertThat(invoice.at("/sections/byProduct"))
                .extracting((JsonNode section) -> section.at("/total/amount").asString() + " "
                        + section.at("/oneTime/amount").asString())
                .containsExactly("850.00 50.00");
    }

    @Test
    void invoices_older_than_24_months_are_gone() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        service(tenant, account, "ETHERNET_1G", "2026-06-01", "100.00", "50.00");
        var first = billedAt(tenant, account, "2026-07-01T07:00:00Z").getFirst();
        clock.set(Instant.parse("2028-06-30T23:00:00Z"));
        api.get(tenant.viewer(), first.path("href").asString()).expectStatus().isOk();
        clock.set(Instant.parse("2028-07-01T07:00:00Z"));
        for (var suffix : List.of("", "/lines", "/lines/1")) {
            assertThat(json(api.get(tenant.viewer(), first.path("href").asString() + suffix)
                                    .expectStatus()
                                    .isEqualTo(410))
                            .path("code")
                            .asString())
                    .isEqualTo("invoice-archived");
        }
        assertThat(platform.invoices(tenant, account)).isEmpty();
    }

    @Test
    void the_next_invoice_is_shown_before_it_is_made_and_is_what_it_becomes() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        service(tenant, account, "ETHERNET_1G", "2026-06-16", "1000.00", "50.00");
        var shown = json(preview(tenant, account, null).expectStatus().isOk());
        assertThat(shown.path("billDate").asString()).isEqualTo("2026-07-01");
        assertThat(shown.at("/totals/amountDue/amount").asString()).isEqualTo("1550.00");
        assertThat(shown.path("lines")).hasSize(3);
        var later = json(preview(tenant, account, "2026-09-01").expectStatus().isOk());
        assertThat(later.path("lines")).hasSize(1);
        assertThat(later.at("/totals/amountDue/amount").asString()).isEqualTo("1000.00");
        assertThat(platform.invoices(tenant, account)).isEmpty();
        var invoice = billedAt(tenant, account, "2026-07-01T07:00:00Z").getFirst();
        assertThat(invoice.at("/totals/amountDue/amount").asString()).isEqualTo("1550.00");
        assertThat(json(preview(tenant, account, null))
                        .at("/totals/balanceForward/amount")
                        .asString())
                .isEqualTo("1550.00");
    }

    private org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec preview(
            Tenant tenant, String account, String billDate) {
        var body = new HashMap<String, Object>(Map.of("accountId", account));
        body.put("billDate", billDate);
        return api.post(tenant.viewer(), "/api/v1/invoices/preview", body);
    }

    @Test
    void a_preview_of_another_day_or_too_far_ahead_is_refused() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        for (var date : List.of("2027-08-01", "2026-06-01", "2026-07-02")) {
            assertThat(json(preview(tenant, account, date).expectStatus().isEqualTo(422))
                            .at("/errors/0/pointer")
                            .asString())
                    .isEqualTo("/billDate");
        }
        preview(tenant, account, "2027-07-01").expectStatus().isOk();
        preview(platform.tenant(), account, null).expectStatus().isNotFound();
        api.post(tenant.viewer().onlyAccounts("A-0"), "/api/v1/invoices/preview", Map.of("accountId", account))
                .expectStatus()
                .isForbidden();
    }
}
