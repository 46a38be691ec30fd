package io.controlcenter.billing.invoicing;

import static io.controlcenter.billing.BillingPlatform.accepted;
import static io.controlcenter.billing.BillingPlatform.json;
import static io.controlcenter.billing.BillingPlatform.orderNumber;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingPlatform;
import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.billing.MoneyPlatform;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.work.DueWorkRunner;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From accepted orders to what is billed at each boundary of a cycle, over HTTP and Kafka. */
@BillingServiceTest
class BillingJourneyIT {

    @Autowired
    private BillingPlatform platform;

    @Autowired
    private MoneyPlatform money;

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

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    @Test
    void the_first_bill_has_the_partial_month_the_next_one_and_the_installation() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var order = platform.service(tenant, account, "2026-06-22");
        var invoice = money.firstInvoice(tenant, account);
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
        platform.service(tenant, account, "2026-06-22");
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
        platform.service(tenant, arrears, "2026-06-16");
        var invoice = money.firstInvoice(tenant, arrears);
        assertThat(invoice.at("/period/end").asString()).isEqualTo("2026-07-01");
        assertThat(invoice.at("/totals/recurringCharges/amount").asString()).isEqualTo("500.00");
        assertThat(platform.invoices(tenant, idle)).isEmpty();
    }

    @Test
    void the_cycle_begins_at_midnight_where_the_account_is() {
        var tenant = platform.tenant();
        var account = platform.account(tenant, Map.of("timeZone", "Pacific/Honolulu"));
        platform.service(tenant, account, "2026-06-22");
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
        platform.service(tenant, account, "2026-06-01");
        money.firstInvoice(tenant, account);
        platform.touch(
                tenant, "update rated_service set stop_date = '2026-07-20' where account_id = '" + account + "'");
        platform.touch(tenant, "update recurring_charge set amount = 5000 where account_id = '" + account + "'");
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
        var order = platform.service(tenant, account, "2026-06-01");
        money.firstInvoice(tenant, account);
        platform.touch(
                tenant, "update recurring_charge set effective_to = '2026-07-17' where account_id = '" + account + "'");
        platform.touch(tenant, """
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
        platform.service(tenant, account, "2026-06-22");
        assertThat(money.firstInvoice(tenant, account)
                        .at("/totals/amountDue/amount")
                        .asString())
                .isEqualTo("4100.00");
    }

    @Test
    void an_order_that_is_told_before_its_account_is_billed_with_it() {
        var tenant = platform.tenant();
        platform.account(tenant);
        var next =
                db.sql("select nextval('account_number') + 2").query(Long.class).single();
        platform.service(tenant, "A-" + next, "2026-06-22");
        var account = platform.account(tenant);
        assertThat(account).as("the number after that of a dry run").isEqualTo("A-" + next);
        assertThat(money.firstInvoice(tenant, account)
                        .at("/totals/amountDue/amount")
                        .asString())
                .isEqualTo("2050.00");
    }
}
