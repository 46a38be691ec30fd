package io.controlcenter.billing;

import static io.controlcenter.billing.BillingPlatform.json;
import static io.controlcenter.billing.BillingPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import io.controlcenter.platform.work.DueWorkRunner;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Steps of tests in which money is owed: each customer has one account, and a first invoice of 2,050.00 due July 31. */
@TestComponent
public class MoneyPlatform {

    /** Noon of the day on which the first invoice is issued, where the account is. */
    public static final Instant JULY_1 = Instant.parse("2026-07-01T17:00:00Z");

    private static final Instant JUNE_22 = Instant.parse("2026-06-22T15:00:00Z");

    private final BillingPlatform platform;
    private final Api api;
    private final TestClock clock;
    private final DueWorkRunner dueWork;

    MoneyPlatform(BillingPlatform platform, Api api, TestClock clock, DueWorkRunner dueWork) {
        this.platform = platform;
        this.api = api;
        this.clock = clock;
        this.dueWork = dueWork;
    }

    /** @param invoice its number; 300.00 partial month, 1,000.00 month, 750.00 installation */
    public record Debtor(BillingPlatform.Tenant tenant, String account, String invoice) {

        public Tokens.Draft payer() {
            return Tokens.customer(tenant.enterprise(), "BILLING_VIEW", "BILLING_PAY", "BILLING_REQUEST_WRITE");
        }

        public Tokens.Draft coordinator() {
            return BillingPlatform.COORDINATOR.on(tenant.enterprise());
        }
    }

    /** The clock is at noon of July 1 afterwards. */
    public Debtor debtor() {
        clock.set(JUNE_22);
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        platform.service(tenant, account, "2026-06-22");
        var invoice = firstInvoice(tenant, account);
        assertThat(invoice.at("/totals/amountDue/amount").asString()).isEqualTo("2050.00");
        return new Debtor(tenant, account, invoice.path("invoiceNumber").asString());
    }

    /**
     * One whose invoice has taxes of 7 and 1.255 per cent: June and July of 1,000.01, installation of 10.00, so 2,010.02,
     * and 140.70 and 25.23 of taxes. The clock is at noon of July 1 afterwards.
     */
    public Debtor taxedDebtor() {
        clock.set(JUNE_22);
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var product = "TAXED_" + account;
        tax(product, "TAX", "7.000000");
        tax(product, "SURCHARGE", "1.255000");
        var order = BillingPlatform.orderNumber();
        platform.accept(
                tenant,
                BillingPlatform.accepted(order, account, "2026-06-01", "1000.01", "10.00")
                        .replace("ETHERNET_1G", product));
        platform.awaitService(tenant, order);
        var invoice = firstInvoice(tenant, account);
        assertThat(invoice.at("/totals/amountDue/amount").asString()).isEqualTo("2175.95");
        return new Debtor(tenant, account, invoice.path("invoiceNumber").asString());
    }

    /** The clock is at noon of July 1 afterwards. */
    public JsonNode firstInvoice(BillingPlatform.Tenant tenant, String account) {
        moveTo(JULY_1);
        return platform.invoices(tenant, account).getFirst();
    }

    private void tax(String product, String kind, String percent) {
        api.post(
                        BillingPlatform.OPERATIONS,
                        "/api/v1/tax-rules",
                        Map.of(
                                "code",
                                "T-" + product,
                                "name",
                                "Tax on " + product,
                                "kind",
                                kind,
                                "jurisdiction",
                                "Illinois",
                                "percent",
                                percent,
                                "productCode",
                                product,
                                "effectiveFrom",
                                "2026-01-01"))
                .expectStatus()
                .isCreated();
    }

    /** Twice, because what falls due at that moment may make other work due. */
    public void moveTo(Instant at) {
        clock.set(at);
        dueWork.runAll();
        dueWork.runAll();
    }

    public JsonNode invoice(Debtor debtor) {
        return json(api.get(debtor.payer(), "/api/v1/invoices/" + debtor.invoice())
                .expectStatus()
                .isOk());
    }

    public JsonNode balance(Debtor debtor) {
        return json(api.get(debtor.payer(), "/api/v1/billing-accounts/" + debtor.account() + "/balance")
                .expectStatus()
                .isOk());
    }

    public static Map<String, String> dollars(String amount) {
        return Map.of("amount", amount, "currency", "USD");
    }

    /** A payment method with this token. */
    public String method(Debtor debtor, String token) {
        return text(
                api.post(
                                debtor.payer(),
                                "/api/v1/payment-methods",
                                Map.of(
                                        "accountId",
                                        debtor.account(),
                                        "kind",
                                        "CARD",
                                        "token",
                                        token,
                                        "label",
                                        "Company card",
                                        "last4",
                                        "4242",
                                        "expires",
                                        "2028-05"))
                        .expectStatus()
                        .isCreated(),
                "methodId");
    }

    public RestTestClient.ResponseSpec pay(Debtor debtor, String amount, String method, Map<String, ?> more) {
        var body = new HashMap<String, Object>(
                Map.of("accountId", debtor.account(), "amount", dollars(amount), "methodId", method));
        body.putAll(more);
        return api.post(
                debtor.payer(), "/api/v1/payments", body, UUID.randomUUID().toString());
    }

    /** A payment that is charged and noted; as it is afterwards. */
    public JsonNode paid(Debtor debtor, String amount, String method) {
        var taken = json(pay(debtor, amount, method, Map.of()).expectStatus().isCreated());
        assertThat(taken.path("state").asString()).isEqualTo("PROCESSING");
        dueWork.runAll();
        return json(api.get(debtor.payer(), taken.path("href").asString())
                .expectStatus()
                .isOk());
    }

    /** A cheque that staff post. */
    public RestTestClient.ResponseSpec cheque(Debtor debtor, String amount, String reference) {
        return api.post(
                debtor.coordinator(),
                "/api/v1/remittances",
                Map.of(
                        "accountId",
                        debtor.account(),
                        "method",
                        "CHECK",
                        "amount",
                        dollars(amount),
                        "receivedOn",
                        "2026-07-01",
                        "reference",
                        reference),
                UUID.randomUUID().toString());
    }
}
