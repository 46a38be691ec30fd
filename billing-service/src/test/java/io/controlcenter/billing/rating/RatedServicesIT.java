package io.controlcenter.billing.rating;

import static io.controlcenter.billing.BillingPlatform.COORDINATOR;
import static io.controlcenter.billing.BillingPlatform.items;
import static io.controlcenter.billing.BillingPlatform.json;
import static io.controlcenter.billing.BillingPlatform.orderNumber;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingPlatform;
import io.controlcenter.billing.BillingPlatform.Tenant;
import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.work.DueWorkRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Orders and staff change services; the bills say so, whatever order the news come in. */
@BillingServiceTest
class RatedServicesIT {

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

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private List<JsonNode> billedAt(Tenant tenant, String account, String date) {
        clock.set(Instant.parse(date + "T07:00:00Z"));
        dueWork.runAll();
        var invoices = platform.invoices(tenant, account);
        return platform.lines(tenant, invoices.getLast());
    }

    private static List<String> said(List<JsonNode> lines) {
        return lines.stream()
                .filter(line -> !line.path("type").asString().equals("LATE"))
                .map(line -> "%s %s %s..%s"
                        .formatted(
                                line.path("type").asString(),
                                line.at("/netAmount/amount").asString(),
                                line.at("/coverage/start").asString(),
                                line.at("/coverage/end").asString()))
                .toList();
    }

    private static String service(String order) {
        return order.replace("O-", "S-");
    }

    /** A change of a service: the same charge at another price, and one more. */
    private String modified(String order, String service, String account, String from, String charges) {
        return """
                {"orderNumber":"%s","accountId":"%s","acceptedAt":"%sT18:00:00Z","outcome":"ACCEPTED","items":[
                  {"itemId":"item-1","action":"MODIFY","serviceId":"%s","circuitId":"ET-1000001",
                   "productCode":"ETHERNET_10G","productName":"Ethernet Virtual Private Line 10 Gbit/s",
                   "site":null,"bandwidth":"10 Gbit/s","aLocation":null,"zLocation":"1 Main St, Chicago, IL 60601",
                   "charges":[%s],"commencementDate":"%s","termMonths":36}]}""".formatted(order, account, from, service, charges, from);
    }

    private static String recurring(String id, String amount) {
        return """
                {"chargeId":"%s","type":"RECURRING","description":"Line","amount":{"amount":"%s","currency":"USD"}}""".formatted(id, amount);
    }

    private void awaitCount(Tenant tenant, String sql, long count) {
        Awaitility.await(sql).atMost(Duration.ofSeconds(60)).until(() -> platform.number(tenant, sql) == count);
    }

    private void sets(Tenant tenant, String service, int count) {
        awaitCount(tenant, "select count(*) from price_set where service_id = '" + service + "'", count);
    }

    @Test
    void an_order_that_changes_a_service_gives_the_rest_back_and_charges_the_new_set() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var order = platform.service(tenant, account, "2026-06-01");
        assertThat(said(billedAt(tenant, account, "2026-07-01")))
                .containsExactly(
                        "RECURRING 1000.00 2026-06-01..2026-07-01",
                        "RECURRING 1000.00 2026-07-01..2026-08-01",
                        "NON_RECURRING 750.00 2026-06-01..2026-06-02");
        var change = orderNumber();
        platform.accept(
                tenant,
                modified(
                        change,
                        service(order),
                        account,
                        "2026-07-17",
                        recurring(change + "/item-1/MRC", "2000.00") + ","
                                + recurring(change + "/item-1/CPE", "31.00")));
        sets(tenant, service(order), 2);
        var lines = billedAt(tenant, account, "2026-08-01");
        assertThat(said(lines))
                .containsExactlyInAnyOrder(
                        "PARTIAL 967.74 2026-07-17..2026-08-01",
                        "RECURRING 2000.00 2026-08-01..2026-09-01",
                        "PARTIAL 15.00 2026-07-17..2026-08-01",
                        "RECURRING 31.00 2026-08-01..2026-09-01",
                        "CREDIT -483.87 2026-07-17..2026-08-01");
        var charged = lines.stream()
                .filter(line -> line.path("type").asString().equals("PARTIAL"))
                .findFirst()
                .orElseThrow();
        assertThat(charged.at("/provenance/price/orderNumber").asString()).isEqualTo(change);
        assertThat(charged.at("/provenance/service/orderNumber").asString()).isEqualTo(order);
        assertThat(charged.at("/provenance/service/productCode").asString()).isEqualTo("ETHERNET_10G");
    }

    @Test
    void a_charge_that_stays_at_its_price_goes_on_without_a_cut() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var order = platform.service(tenant, account, "2026-06-01");
        billedAt(tenant, account, "2026-07-01");
        platform.accept(
                tenant,
                modified(
                        orderNumber(),
                        service(order),
                        account,
                        "2026-07-17",
                        recurring(order + "/item-1/MRC", "1000.00")));
        sets(tenant, service(order), 2);
        assertThat(said(billedAt(tenant, account, "2026-08-01")))
                .containsExactly("RECURRING 1000.00 2026-08-01..2026-09-01");
    }

    @Test
    void a_change_and_a_disconnect_that_are_told_before_the_service_are_the_same_in_the_end() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var order = orderNumber();
        var change = orderNumber();
        disconnect(tenant, account, service(order), "2026-07-21", "2026-07-20T10:00:00Z");
        platform.accept(
                tenant,
                modified(change, service(order), account, "2026-07-11", recurring(change + "/item-1/MRC", "3100.00")));
        sets(tenant, service(order), 1);
        platform.accept(tenant, BillingPlatform.accepted(order, account, "2026-07-01", "310.00", "1.00"));
        sets(tenant, service(order), 2);
        assertThat(said(billedAt(tenant, account, "2026-08-01")))
                .containsExactlyInAnyOrder(
                        "PARTIAL 100.00 2026-07-01..2026-07-11",
                        "PARTIAL 1000.00 2026-07-11..2026-07-21",
                        "NON_RECURRING 1.00 2026-07-01..2026-07-02");
    }

    private UUID disconnect(Tenant tenant, String account, String service, String stop, String at) {
        var number = orderNumber();
        return events.send("order.order.v1", "order.disconnected.v1", number, tenant.enterprise(), 1, """
                {"orderNumber":"%s","accountId":"%s","disconnectedAt":"%s","items":[{"itemId":"item-1",
                 "action":"DELETE","serviceId":"%s","circuitId":null,"requestedAt":"2026-06-21T10:00:00Z",
                 "requestedDate":"2026-06-21","stopDate":"%s"}]}""".formatted(
                        number, account, at, service, stop));
    }

    @Test
    void a_disconnect_gives_unused_days_back_and_a_correction_of_it_the_difference() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var order = platform.service(tenant, account, "2026-06-01");
        billedAt(tenant, account, "2026-07-01");
        disconnect(tenant, account, service(order), "2026-07-20", "2026-07-19T10:00:00Z");
        awaitCount(tenant, "select count(*) from rated_service where stop_date = '2026-07-20'", 1);
        var lines = billedAt(tenant, account, "2026-08-01");
        assertThat(said(lines)).containsExactly("CREDIT -387.10 2026-07-20..2026-08-01");
        assertThat(lines.getFirst().at("/proration/startSource").asString()).isEqualTo("SERVICE_STOP");
        assertThat(lines.getFirst()
                        .at("/provenance/service/disconnectRequestedAt")
                        .asString())
                .isEqualTo("2026-06-21T10:00:00Z");
        put(tenant, service(order), "2026-06-01", "2026-07-10").expectStatus().isOk();
        assertThat(said(billedAt(tenant, account, "2026-09-01")))
                .containsExactly("CREDIT -322.58 2026-07-10..2026-07-20");
        put(tenant, service(order), "2026-06-01", "2026-07-25").expectStatus().isOk();
        assertThat(said(billedAt(tenant, account, "2026-10-01")))
                .containsExactly("PARTIAL 483.87 2026-07-10..2026-07-25");
    }

    private RestTestClient.ResponseSpec put(Tenant tenant, String service, String start, String stop) {
        var body = new HashMap<String, Object>(Map.of("startDate", start, "reason", "told wrong"));
        body.put("stopDate", stop);
        return platform.put(COORDINATOR.on(tenant.enterprise()), "/api/v1/rated-services/" + service + "/dates", body);
    }

    @Test
    void a_start_that_was_told_wrong_is_made_up_for_both_ways() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var order = platform.service(tenant, account, "2026-06-16");
        billedAt(tenant, account, "2026-07-01");
        put(tenant, service(order), "2026-06-07", null).expectStatus().isOk();
        assertThat(said(billedAt(tenant, account, "2026-08-01")))
                .containsExactlyInAnyOrder(
                        "PARTIAL 300.00 2026-06-07..2026-06-16", "RECURRING 1000.00 2026-08-01..2026-09-01");
        put(tenant, service(order), "2026-08-01", null).expectStatus().isOk();
        var lines = billedAt(tenant, account, "2026-09-01");
        assertThat(said(lines))
                .contains(
                        "CREDIT -300.00 2026-06-07..2026-06-16",
                        "CREDIT -500.00 2026-06-16..2026-07-01",
                        "CREDIT -1000.00 2026-07-01..2026-08-01",
                        "RECURRING 1000.00 2026-09-01..2026-10-01");
        assertThat(lines.stream()
                        .map(line -> line.at("/netAmount/amount").decimalValue(java.math.BigDecimal.ZERO))
                        .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add))
                .isNotNull();
    }

    @Test
    void staff_changes_a_price_from_a_day_on() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var order = platform.service(tenant, account, "2026-06-01");
        billedAt(tenant, account, "2026-07-01");
        var path = "/api/v1/rated-services/" + service(order);
        api.post(
                        COORDINATOR.on(tenant.enterprise()),
                        path + "/price-changes",
                        price(order + "/item-1/MRC", "2026-07-17", "2000.00", "USD"))
                .expectStatus()
                .isCreated();
        assertThat(json(api.get(tenant.viewer(), path)).path("prices"))
                .extracting((JsonNode price) -> price.path("effectiveFrom").asString() + " "
                        + price.at("/amount/amount").asString())
                .containsExactly("2026-06-01 1000.00", "2026-07-17 2000.00");
        var lines = billedAt(tenant, account, "2026-08-01");
        assertThat(said(lines))
                .containsExactly(
                        "PARTIAL 967.74 2026-07-17..2026-08-01",
                        "RECURRING 2000.00 2026-08-01..2026-09-01",
                        "CREDIT -483.87 2026-07-17..2026-08-01");
        assertThat(lines.getFirst().at("/provenance/price/changeReason").asString())
                .isEqualTo("renegotiated");
        assertThat(lines.getLast().at("/proration/startSource").asString()).isEqualTo("PRICE_CHANGE");
        assertThat(items(api.get(tenant.viewer(), "/api/v1/rated-services?accountId=" + account)))
                .hasSize(1);
    }

    private static Map<String, Object> price(String charge, String from, String amount, String currency) {
        return Map.of(
                "chargeId",
                charge,
                "effectiveFrom",
                from,
                "amount",
                Map.of("amount", amount, "currency", currency),
                "reason",
                "renegotiated");
    }

    @Test
    void a_wrong_price_or_date_is_refused_with_everything_that_is_wrong() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var order = platform.service(tenant, account, "2026-06-10");
        var staff = COORDINATOR.on(tenant.enterprise());
        var path = "/api/v1/rated-services/" + service(order) + "/price-changes";
        var wrong = json(api.post(staff, path, price(order + "/item-1/MRC", "2026-06-09", "1.00", "EUR"))
                .expectStatus()
                .isEqualTo(422));
        assertThat(wrong.path("errors"))
                .extracting((JsonNode error) -> error.path("pointer").asString())
                .containsExactlyInAnyOrder("/amount/currency", "/effectiveFrom");
        api.post(staff, path, price("nothing", "2026-06-11", "1.00", "USD"))
                .expectStatus()
                .isEqualTo(422);
        api.post(staff, path.replace("S-", "S-9"), price("nothing", "2026-06-11", "1.00", "USD"))
                .expectStatus()
                .isNotFound();
        put(tenant, service(order), "2026-06-10", "2026-06-09").expectStatus().isEqualTo(422);
        api.post(tenant.viewer(), path, price(order + "/item-1/MRC", "2026-06-11", "1.00", "USD"))
                .expectStatus()
                .isForbidden();
        api.get(platform.tenant().viewer(), path.replace("/price-changes", ""))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void an_approved_charge_is_billed_once_with_who_approved_it_and_recurring_items_are_not() {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        var order = orderNumber();
        for (int i = 0; i < 2; i++) {
            events.send("order.order.v1", "order.charge.billable.v1", order, tenant.enterprise(), 4 - i, """
                    {"orderNumber":"%s","accountId":"%s","chargeId":"CH-%s","itemId":"item-1","serviceId":null,
                     "cause":"EXPEDITE","items":[
                       {"chargeItemId":"1","priceType":"NON_RECURRING","description":"Expedite, 3 days",
                        "amount":{"amount":"900.00","currency":"USD"},"blocking":false,"state":"ACCEPTED"},
                       {"chargeItemId":"2","priceType":"RECURRING","description":"Faster",
                        "amount":{"amount":"5.00","currency":"USD"},"blocking":false,"state":"ACCEPTED"}],
                     "responseDueAt":null,"state":"ACCEPTED","answeredBy":{"userId":"U-1","name":"Ada Admin"},
                     "at":"2026-06-20T10:00:00Z","customerCareManager":null,"contact":null,
                     "chargeDate":"2026-06-20"}""".formatted(
                            order, account, order));
        }
        events.send("order.order.v1", "order.charge.billable.v1", order, tenant.enterprise(), 5, "{\"items\":7}");
        awaitCount(tenant, "select count(*) from one_time_charge where account_id = '" + account + "'", 1);
        var lines = billedAt(tenant, account, "2026-07-01");
        assertThat(said(lines)).containsExactly("NON_RECURRING 900.00 2026-06-20..2026-06-21");
        var source = lines.getFirst().at("/provenance/charge");
        assertThat(source.path("cause").asString()).isEqualTo("EXPEDITE");
        assertThat(source.path("approvedBy").asString()).isEqualTo("Ada Admin");
        assertThat(source.path("orderNumber").asString()).isEqualTo(order);
    }
}
