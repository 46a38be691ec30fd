package io.controlcenter.billing.invoicing;

import static io.controlcenter.billing.BillingPlatform.COORDINATOR;
import static io.controlcenter.billing.BillingPlatform.OPERATIONS;
import static io.controlcenter.billing.BillingPlatform.accepted;
import static io.controlcenter.billing.BillingPlatform.json;
import static io.controlcenter.billing.BillingPlatform.orderNumber;
import static io.controlcenter.billing.BillingPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.controlcenter.billing.BillingPlatform;
import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TenantWalls;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.work.DueWorkRunner;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** From an accepted order to invoices that customers read, over HTTP and Kafka. */
@BillingServiceTest
class BillingJourneyIT {

    private static final Instant JUNE_20 = Instant.parse("2026-06-20T15:00:00Z");
    private static final Instant JULY_1 = Instant.parse("2026-07-01T06:00:00Z");

    @Autowired
    private BillingPlatform platform;

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

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private <T> T seeing(BillingPlatform.Tenant tenant, String sql, Class<T> type) {
        return TenantScope.call(
                TenantScope.of(tenant.enterprise()),
                () -> transaction.execute(_ -> db.sql(sql).query(type).single()));
    }

    private void touch(BillingPlatform.Tenant tenant, String sql) {
        TenantScope.run(
                TenantScope.of(tenant.enterprise()),
                () -> transaction.executeWithoutResult(_ -> db.sql(sql).update()));
    }

    private void awaitService(BillingPlatform.Tenant tenant, String orderNumber) {
        Awaitility.await(orderNumber)
                .atMost(Duration.ofSeconds(60))
                .until(() -> seeing(
                                tenant,
                                "select count(*) from rated_service where order_number = '" + orderNumber + "'",
                                Long.class)
                        > 0);
    }

    private String service(BillingPlatform.Tenant tenant, String account, String commencement) {
        var number = orderNumber();
        platform.accept(tenant, accepted(number, account, commencement, "1000.00", "750.00"));
        awaitService(tenant, number);
        return number;
    }

    private JsonNode firstInvoice(BillingPlatform.Tenant tenant, String account) {
        clock.set(JULY_1);
        dueWork.runAll();
        return platform.invoices(tenant, account).getFirst();
    }

    @Test
    void the_first_bill_has_the_partial_month_the_next_one_and_the_installation() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var order = service(tenant, account, "2026-06-22");
        var invoice = firstInvoice(tenant, account);
        var number = invoice.path("invoiceNumber").asString();
        assertThat(number).matches("INV-2026-\\d{6}");
        assertThat(invoice.path("state").asString()).isEqualTo("issued");
        assertThat(invoice.path("firstInvoice").asBoolean()).isTrue();
        assertThat(invoice.path("billDate").asString()).isEqualTo("2026-07-01");
        assertThat(invoice.path("dueDate").asString()).isEqualTo("2026-07-31");
        assertThat(invoice.at("/period/start").asString()).isEqualTo("2026-07-01");
        assertThat(invoice.at("/totals/amountDue/amount").asString()).isEqualTo("2050.00");
        var lines = platform.lines(tenant, invoice);
        assertThat(lines)
                .extracting(line -> line.path("type").asString() + " "
                        + line.at("/netAmount/amount").asString())
                .containsExactly("PARTIAL 300.00", "RECURRING 1000.00", "NON_RECURRING 750.00");
        var partial = lines.getFirst();
        assertThat(partial.at("/proration/numerator").asInt()).isEqualTo(9);
        assertThat(partial.at("/proration/denominator").asInt()).isEqualTo(30);
        assertThat(partial.at("/proration/firstBilledDay").asString()).isEqualTo("2026-06-22");
        assertThat(partial.at("/proration/startSource").asString()).isEqualTo("SERVICE_START");
        assertThat(partial.at("/provenance/service/orderNumber").asString()).isEqualTo(order);
        assertThat(partial.at("/provenance/service/commencementDate").asString())
                .isEqualTo("2026-06-22");
        assertThat(json(api.get(tenant.viewer(), partial.path("href").asString()))
                        .path("lineId")
                        .asString())
                .isEqualTo("1");
        var issued = events.await("billing.invoice.issued.v1", number);
        assertThat(issued.enterpriseId()).isEqualTo(tenant.enterprise());
        assertThat(issued.data().at("/amountDue/amount").asString()).isEqualTo("2050.00");
        assertThat(issued.data().path("firstInvoice").asBoolean()).isTrue();
        assertThat(issued.data().path("delivery").asString()).isEqualTo("PAPERLESS");
    }

    @Test
    void a_clock_moved_over_three_boundaries_issues_three_invoices_and_no_day_twice() {
        var tenant = platform.tenant();
        var account = platform.account(tenant, Map.of("billCycleDay", 31));
        service(tenant, account, "2026-06-22");
        clock.set(Instant.parse("2026-08-31T07:00:00Z"));
        dueWork.runAll();
        dueWork.runAll();
        var invoices = platform.invoices(tenant, account);
        assertThat(invoices)
                .extracting(invoice -> invoice.path("billDate").asString())
                .containsExactly("2026-06-30", "2026-07-31", "2026-08-31");
        assertThat(invoices)
                .extracting(invoice -> invoice.at("/totals/amountDue/amount").asString())
                .containsExactly("2016.67", "1000.00", "1000.00");
        assertThat(invoices)
                .extracting(invoice -> invoice.path("firstInvoice").asBoolean())
                .containsExactly(true, false, false);
    }

    @Test
    void in_arrears_only_the_past_month_is_billed_and_without_services_nothing() {
        var tenant = platform.tenant();
        var arrears = platform.account(tenant, Map.of("billingMode", "ARREARS"));
        var idle = platform.account(tenant);
        service(tenant, arrears, "2026-06-16");
        var invoice = firstInvoice(tenant, arrears);
        assertThat(invoice.at("/period/end").asString()).isEqualTo("2026-07-01");
        assertThat(invoice.at("/totals/recurringCharges/amount").asString()).isEqualTo("500.00");
        assertThat(platform.invoices(tenant, idle)).isEmpty();
    }

    @Test
    void the_cycle_begins_at_midnight_where_the_account_is() {
        var tenant = platform.tenant();
        var account = platform.account(tenant, Map.of("timeZone", "Pacific/Honolulu"));
        service(tenant, account, "2026-06-22");
        clock.set(Instant.parse("2026-07-01T09:59:59Z"));
        dueWork.runAll();
        assertThat(platform.invoices(tenant, account)).isEmpty();
        clock.set(Instant.parse("2026-07-01T10:00:00Z"));
        dueWork.runAll();
        assertThat(platform.invoices(tenant, account)).hasSize(1);
    }

    @Test
    void a_disconnected_service_gets_its_unused_days_back_at_the_price_billed() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        service(tenant, account, "2026-06-01");
        firstInvoice(tenant, account);
        touch(tenant, "update rated_service set stop_date = '2026-07-20' where account_id = '" + account + "'");
        touch(tenant, "update recurring_charge set amount = 5000 where account_id = '" + account + "'");
        clock.set(Instant.parse("2026-08-01T07:00:00Z"));
        dueWork.runAll();
        var second = platform.invoices(tenant, account).get(1);
        var credit = platform.lines(tenant, second).getFirst();
        assertThat(credit.path("type").asString()).isEqualTo("CREDIT");
        assertThat(credit.at("/netAmount/amount").asString()).isEqualTo("-387.10");
        assertThat(credit.at("/credits/lineNumber").asInt()).isEqualTo(2);
        assertThat(second.at("/totals/amountDue/amount").asString()).isEqualTo("-387.10");
        clock.set(Instant.parse("2026-09-01T07:00:00Z"));
        dueWork.runAll();
        assertThat(platform.invoices(tenant, account).stream()
                        .flatMap(invoice -> platform.lines(tenant, invoice).stream())
                        .filter(line -> line.path("type").asString().equals("CREDIT")))
                .as("credited once")
                .hasSize(1);
    }

    @Test
    void a_price_change_in_a_billed_month_gives_the_rest_back_and_charges_it_anew() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var order = service(tenant, account, "2026-06-01");
        firstInvoice(tenant, account);
        touch(tenant, "update recurring_charge set effective_to = '2026-07-17' where account_id = '" + account + "'");
        touch(tenant, """
                insert into recurring_charge (charge_id, service_id, enterprise_id, account_id, description, amount,
                  currency, effective_from)
                select charge_id, service_id, enterprise_id, account_id, description, 2000, currency, '2026-07-17'
                from recurring_charge where charge_id = '%s/item-1/MRC'""".formatted(order));
        clock.set(Instant.parse("2026-08-01T07:00:00Z"));
        dueWork.runAll();
        var lines = platform.lines(tenant, platform.invoices(tenant, account).get(1));
        assertThat(lines)
                .extracting(line -> line.path("type").asString() + " "
                        + line.at("/netAmount/amount").asString())
                .containsExactly("PARTIAL 967.74", "RECURRING 2000.00", "CREDIT -483.87");
    }

    @Test
    void a_doubtful_bill_is_held_with_its_reasons_and_hidden_from_the_customer() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var number = orderNumber();
        platform.accept(tenant, accepted(number, account, "2026-06-22", "2000000.00", "0.00"));
        awaitService(tenant, number);
        clock.set(JULY_1);
        dueWork.runAll();
        assertThat(platform.invoices(tenant, account)).isEmpty();
        var held = BillingPlatform.items(api.get(
                        COORDINATOR.on(tenant.enterprise()), "/api/v1/invoices?state=onHold&accountId=" + account))
                .getFirst();
        assertThat(held.path("holdReasons"))
                .anySatisfy(
                        reason -> assertThat(reason.path("check").asString()).isEqualTo("ABSURD_AMOUNT"));
        var path = "/api/v1/invoices/" + held.path("invoiceNumber").asString();
        api.get(tenant.viewer(), path).expectStatus().isNotFound();
        api.get(tenant.viewer(), path + "/lines").expectStatus().isNotFound();
        api.get(tenant.viewer(), path + "/document").expectStatus().isNotFound();
        api.get(COORDINATOR.on(tenant.enterprise()), path).expectStatus().isOk();
    }

    @Test
    void a_requested_run_bills_each_account_once_and_shows_its_progress() {
        var tenant = platform.tenant();
        var account = platform.account(tenant, Map.of("billCycleDay", 20));
        service(tenant, account, "2026-06-05");
        clock.set(JUNE_20);
        var tried = json(api.post(OPERATIONS, "/api/v1/bill-runs?dryRun=true", Map.of("cycleDate", "2026-06-20"), "try")
                .expectStatus()
                .isOk());
        assertThat(tried.at("/progress/invoices").asInt()).isPositive();
        assertThat(platform.invoices(tenant, account))
                .as("a dry run writes nothing")
                .isEmpty();
        var run = json(platform.run("2026-06-20").expectStatus().isCreated());
        platform.run("2026-06-20").expectStatus().isCreated();
        dueWork.runAll();
        var done = json(
                api.get(OPERATIONS, run.path("href").asString()).expectStatus().isOk());
        assertThat(done.path("state").asString()).isEqualTo("COMPLETED");
        assertThat(done.at("/progress/accountsDone").asInt())
                .isEqualTo(done.at("/progress/accountsTotal").asInt());
        assertThat(platform.invoices(tenant, account)).hasSize(1);
        assertThat(BillingPlatform.items(api.get(COORDINATOR, "/api/v1/bill-runs?cycleDate=2026-06-20")))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void a_run_wants_a_key_and_a_day_that_has_begun() {
        api.post(OPERATIONS, "/api/v1/bill-runs", Map.of("cycleDate", "2026-06-01"))
                .expectStatus()
                .isBadRequest();
        var early = platform.run("2026-06-03").expectStatus().isEqualTo(422);
        assertThat(json(early).at("/errors/0/pointer").asString()).isEqualTo("/cycleDate");
        api.get(OPERATIONS, "/api/v1/bill-runs/BR-0").expectStatus().isNotFound();
    }

    @Test
    void duplicates_and_retellings_of_an_order_are_billed_once_and_poison_does_not_stop_the_rest() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var number = orderNumber();
        var data = accepted(number, account, "2026-06-22", "1000.00", "750.00");
        var id = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            events.send(id, "order.order.v1", "order.accepted.v1", number, tenant.enterprise(), 5, data);
        }
        platform.accept(tenant, data.replace("\"1000.00\"", "\"9.00\""));
        events.send("order.order.v1", "order.accepted.v1", number, tenant.enterprise(), 1, "{\"orderNumber\":1");
        service(tenant, account, "2026-06-22");
        assertThat(firstInvoice(tenant, account).at("/totals/amountDue/amount").asString())
                .isEqualTo("4100.00");
    }

    @Test
    void an_order_that_is_told_before_its_account_is_billed_with_it() {
        var tenant = platform.tenant();
        platform.account(tenant);
        var next =
                db.sql("select nextval('account_number') + 2").query(Long.class).single();
        service(tenant, "A-" + next, "2026-06-22");
        var account = platform.account(tenant);
        assertThat(account).as("the number after that of a dry run").isEqualTo("A-" + next);
        assertThat(firstInvoice(tenant, account).at("/totals/amountDue/amount").asString())
                .isEqualTo("2050.00");
    }

    @Test
    void what_is_issued_never_changes() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        service(tenant, account, "2026-06-22");
        var number = firstInvoice(tenant, account).path("invoiceNumber").asString();
        for (var sql : List.of(
                "update invoice set amount_due = 1 where reference = '" + number + "'",
                "delete from invoice where reference = '" + number + "'",
                "update invoice_line set net_amount = 1 where account_id = '" + account + "'",
                "delete from invoice_line where account_id = '" + account + "'",
                """
                insert into invoice_line (invoice_id, line_number, enterprise_id, account_id, type, charge_id, description,
                  coverage_start, coverage_end, unit_amount, net_amount)
                select id, 99, enterprise_id, account_id, 'NON_RECURRING', 'x', 'x', '2026-07-01', '2026-07-02', 1, 1
                from invoice where reference = '%s'""".formatted(number))) {
            assertThatThrownBy(() -> touch(tenant, sql)).as(sql).isNotNull();
        }
    }

    @Test
    void an_invoice_is_a_page_to_read() {
        var tenant = platform.tenant();
        var account = platform.account(tenant, Map.of("name", "Acme <b>Chicago</b>"));
        service(tenant, account, "2026-06-22");
        var path = firstInvoice(tenant, account).path("href").asString() + "/document";
        var page = api.as(tenant.viewer())
                .get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(page)
                .contains("$2,050.00", "$1,000.00 × 9 ÷ 30 days", "Jun 22, 2026 – Jun 30, 2026", "Jul 31, 2026")
                .doesNotContain("<b>Chicago</b>");
        api.get(tenant.viewer(), path + "?format=csv&summary=true")
                .expectStatus()
                .isBadRequest();
        var summary = api.get(tenant.viewer(), path + "?format=html&summary=true")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(summary).contains("$2,050.00").doesNotContain("$1,000.00 × 9 ÷ 30 days");
        assertThat(BillingPlatform.items(api.get(
                        tenant.viewer(), "/api/v1/invoices?delivery=PAPER,INVOICE_SUMMARY&accountId=" + account)))
                .isEmpty();
        api.as(tenant.viewer())
                .get()
                .uri(path)
                .accept(MediaType.IMAGE_PNG)
                .exchange()
                .expectStatus()
                .isEqualTo(406);
    }

    @Test
    void nobody_sees_another_enterprises_or_accounts_bills() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var other = platform.account(tenant);
        service(tenant, account, "2026-06-22");
        var path = firstInvoice(tenant, account).path("href").asString();
        var stranger = platform.tenant();
        for (var suffix : List.of("", "/lines", "/lines/1", "/document")) {
            api.get(stranger.viewer(), path + suffix).expectStatus().isNotFound();
            api.get(tenant.viewer().onlyAccounts(other), path + suffix)
                    .expectStatus()
                    .isNotFound();
        }
        api.get(stranger.viewer(), "/api/v1/billing-accounts/" + account)
                .expectStatus()
                .isNotFound();
        assertThat(BillingPlatform.items(api.get(stranger.viewer(), "/api/v1/invoices")))
                .isEmpty();
        assertThat(BillingPlatform.items(api.get(tenant.viewer().onlyAccounts(other), "/api/v1/invoices")))
                .isEmpty();
        api.get(tenant.viewer().onlyAccounts(other), "/api/v1/invoices?accountId=" + account)
                .expectStatus()
                .isForbidden();
        var walls = new TenantWalls(db, transaction);
        assertThat(walls.leaked(tenant.enterprise(), TenantScope.of(stranger.enterprise())))
                .isEmpty();
        assertThat(walls.touched(tenant.enterprise(), TenantScope.of(stranger.enterprise())))
                .isEmpty();
        assertThat(walls.leaked(tenant.enterprise(), TenantScope.of(tenant.enterprise(), Set.of("A-0"))))
                .containsOnlyKeys("audit_entry", "customer_number_ref", "enterprise_ref");
    }

    @Test
    void lines_add_up_to_the_invoice_and_lists_filter() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        service(tenant, account, "2026-06-09");
        service(tenant, account, "2026-06-23");
        var invoice = firstInvoice(tenant, account);
        var sum = platform.lines(tenant, invoice).stream()
                .map(line -> new BigDecimal(line.at("/netAmount/amount").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum)
                .isEqualByComparingTo(
                        invoice.at("/totals/currentCharges/amount").asString());
        assertThat(BillingPlatform.items(api.get(
                        tenant.viewer(), invoice.path("href").asString() + "/lines?type=NON_RECURRING&limit=1")))
                .hasSize(1);
        assertThat(BillingPlatform.items(api.get(tenant.viewer(), "/api/v1/invoices?billDate.gte=2026-07-02")))
                .isEmpty();
        api.get(tenant.viewer(), "/api/v1/invoices?colour=red").expectStatus().isBadRequest();
        assertThat(text(
                        api.get(tenant.viewer(), "/api/v1/invoices/INV-1999-000001")
                                .expectStatus()
                                .isNotFound(),
                        "code"))
                .isEqualTo("notFound");
    }
}
