package io.controlcenter.billing.usage;

import static io.controlcenter.billing.BillingPlatform.COORDINATOR;
import static io.controlcenter.billing.BillingPlatform.OPERATIONS;
import static io.controlcenter.billing.BillingPlatform.items;
import static io.controlcenter.billing.BillingPlatform.json;
import static io.controlcenter.billing.BillingPlatform.pointers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.controlcenter.billing.BillingPlatform;
import io.controlcenter.billing.BillingPlatform.Tenant;
import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import io.controlcenter.platform.work.DueWorkRunner;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Usage from the report to the invoice. */
@BillingServiceTest
class UsageIT {

    private static final String RECORDS = "/api/v1/usage-records";

    @Autowired
    private BillingPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @Autowired
    private Events events;

    @Autowired
    private DueWorkRunner dueWork;

    private Tenant tenant;
    private String account;
    private String service;

    @BeforeEach
    void a_service_in_use() {
        clock.set(Instant.parse("2026-06-22T15:00:00Z"));
        tenant = platform.tenant();
        account = platform.account(tenant);
        service = platform.service(tenant, account, "2026-06-01").replace("O-", "S-");
    }

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private void at(String instant) {
        clock.set(Instant.parse(instant));
        dueWork.runAll();
    }

    /** A type of this test's own, at this price for a minute from 2026 on. */
    private String type(@Nullable String rate) {
        var type = "VOICE_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        var body = Map.of("usageType", type, "name", "Long-distance minutes", "unit", "MINUTE");
        api.post(OPERATIONS, "/api/v1/usage-types", body).expectStatus().isCreated();
        if (rate != null) {
            rate(type, rate, "2026-01-01").expectStatus().isCreated();
        }
        return type;
    }

    private ResponseSpec rate(String type, String amount, String from) {
        return api.post(
                OPERATIONS,
                "/api/v1/usage-types/" + type + "/rates",
                Map.of("unitAmount", Map.of("amount", amount, "currency", "USD"), "effectiveFrom", from));
    }

    private Map<String, Object> usage(String type, String quantity, String day, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of(
                "source",
                "mediation-chi",
                "usageId",
                UUID.randomUUID().toString(),
                "usageType",
                type,
                "serviceId",
                service,
                "period",
                Map.of("start", day + "T15:00:00Z", "end", day + "T16:00:00Z"),
                "quantity",
                quantity,
                "unit",
                "MINUTE"));
        body.putAll(more);
        return body;
    }

    private Map<String, Object> usage(String type, String quantity, String day) {
        return usage(type, quantity, day, Map.of());
    }

    private JsonNode report(Map<String, Object> usage) {
        return json(api.post(COORDINATOR, RECORDS, usage).expectStatus().isCreated());
    }

    private List<JsonNode> listed(String query) {
        return items(api.get(tenant.viewer(), RECORDS + "?" + query));
    }

    private List<JsonNode> usageLines(JsonNode invoice) {
        return platform.lines(tenant, invoice).stream()
                .filter(line -> line.path("type").asString().equals("USAGE"))
                .toList();
    }

    private String amountOf(JsonNode invoice, String pointer) {
        return json(api.get(tenant.viewer(), invoice.path("href").asString()))
                .at(pointer)
                .asString();
    }

    @Test
    void usage_is_on_the_next_invoice_after_it_with_its_quantity_price_and_records() {
        var type = type("0.0125");
        var first = report(usage(type, "10.5", "2026-06-10"));
        assertThat(first.path("status").asString()).isEqualTo("RATED");
        assertThat(first.at("/ratedAmount/amount").asString()).isEqualTo("0.13125");
        report(usage(type, "100", "2026-06-20"));
        var preview = json(api.post(tenant.viewer(), "/api/v1/invoices/preview", Map.of("accountId", account)));
        assertThat(preview.path("lines").values())
                .anySatisfy(line -> assertThat(line.path("type").asString()
                                + line.path("quantity").asString())
                        .isEqualTo("USAGE110.5"));
        at("2026-07-01T07:00:00Z");
        var invoice = platform.invoices(tenant, account).getFirst();
        var line = usageLines(invoice).getFirst();
        assertThat(line.path("quantity").asString()).isEqualTo("110.5");
        assertThat(line.path("unit").asString()).isEqualTo("MINUTE");
        assertThat(line.at("/unitAmount/amount").asString()).isEqualTo("0.0125");
        assertThat(line.at("/netAmount/amount").asString()).isEqualTo("1.38");
        assertThat(line.at("/coverage/start").asString()).isEqualTo("2026-06-10");
        assertThat(line.at("/coverage/end").asString()).isEqualTo("2026-06-21");
        assertThat(line.has("proration")).isFalse();
        assertThat(amountOf(invoice, "/totals/usageCharges/amount")).isEqualTo("1.38");
        assertThat(amountOf(invoice, "/totals/currentCharges/amount")).isEqualTo("2751.38");
        assertThat(amountOf(invoice, "/sections/byUsageType/0/quantity")).isEqualTo("110.5");
        assertThat(amountOf(invoice, "/sections/byService/0/usage/amount")).isEqualTo("1.38");
        var records =
                items(api.get(tenant.viewer(), line.at("/usageRecords/href").asString()));
        assertThat(records)
                .hasSize(2)
                .allSatisfy(
                        record -> assertThat(record.path("invoiceNumber")).isEqualTo(invoice.path("invoiceNumber")));
        at("2026-08-01T07:00:00Z");
        assertThat(usageLines(platform.invoices(tenant, account).get(1))).isEmpty();
    }

    @Test
    void late_usage_is_on_the_next_invoice_and_that_of_a_disconnected_service_after_its_final_one() {
        var type = type("1");
        platform.put(
                        OPERATIONS.on(tenant.enterprise()),
                        "/api/v1/rated-services/" + service + "/dates",
                        Map.of("startDate", "2026-06-01", "stopDate", "2026-06-20", "reason", "gone"))
                .expectStatus()
                .isOk();
        report(usage(type, "1", "2026-06-10"));
        at("2026-07-01T07:00:00Z");
        report(usage(type, "2", "2026-06-11"));
        at("2026-08-01T07:00:00Z");
        clock.set(Instant.parse("2026-09-20T12:00:00Z"));
        report(usage(type, "4", "2026-09-17"));
        var refused = api.post(COORDINATOR, RECORDS, usage(type, "8", "2026-09-18"));
        assertThat(pointers(json(refused.expectStatus().isEqualTo(422)))).containsExactly("/period/end");
        at("2026-10-01T07:00:00Z");
        assertThat(platform.invoices(tenant, account).stream()
                        .flatMap(invoice -> usageLines(invoice).stream())
                        .map(line -> line.at("/netAmount/amount").asString()))
                .containsExactly("1.00", "2.00", "4.00");
    }

    @Test
    void told_twice_it_is_one_record_and_otherwise_it_is_refused() {
        var type = type("1");
        var told = usage(type, "3.0", "2026-06-10");
        var first = report(told);
        told.put("quantity", "3.000000");
        var again = json(api.post(OPERATIONS, RECORDS, told).expectStatus().isOk());
        assertThat(again).isEqualTo(first);
        rate(type, "7", "2026-06-05").expectStatus().isCreated();
        api.post(OPERATIONS, RECORDS, told).expectStatus().isOk();
        told.put("quantity", "4");
        var other = json(api.post(OPERATIONS, RECORDS, told).expectStatus().isEqualTo(409));
        assertThat(other.path("code").asString()).isEqualTo("usage-said-otherwise");
        assertThat(pointers(other)).containsExactly("/usageId");
        assertThat(listed("serviceId=" + service)).hasSize(1);
        told.put("source", "mediation-den");
        report(told);
    }

    @Test
    void told_by_many_at_once_it_is_one_record() {
        var type = type("1");
        var same = usage(type, "3", "2026-06-10");
        assertThat(atOnce(_ -> same)).containsOnly(200, 201).containsOnlyOnce(201);
        var other = usage(type, "3", "2026-06-11");
        var outcomes = atOnce(number -> {
            var body = new HashMap<String, Object>(other);
            body.put("quantity", Integer.toString(number));
            return body;
        });
        assertThat(outcomes).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(listed("serviceId=" + service)).hasSize(2);
    }

    private List<Integer> atOnce(IntFunction<Map<String, Object>> body) {
        var calls = IntStream.range(0, 6)
                .mapToObj(
                        number -> CompletableFuture.supplyAsync(() -> api.post(COORDINATOR, RECORDS, body.apply(number))
                                .returnResult(String.class)
                                .getStatus()
                                .value()))
                .toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }

    @Test
    void what_is_wrong_is_said_at_once() {
        var type = type(null);
        var elsewhere = platform.account(tenant);
        var body = usage(
                type,
                "1",
                "2026-06-10",
                Map.of(
                        "accountId",
                        elsewhere,
                        "unit",
                        "GIGABYTE",
                        "period",
                        Map.of("start", "2026-05-10T00:00:00Z", "end", "2026-07-10T00:00:00Z"),
                        "ratedAmount",
                        Map.of("amount", "1.00", "currency", "EUR")));
        var refused = json(api.post(COORDINATOR, RECORDS, body).expectStatus().isEqualTo(422));
        assertThat(pointers(refused))
                .containsExactlyInAnyOrder(
                        "/accountId", "/unit", "/period/start", "/period/end", "/ratedAmount/currency");
        var unknown = usage("NOTHING", "1", "2026-06-10", Map.of("serviceId", "S-NOBODY"));
        assertThat(pointers(json(
                        api.post(COORDINATOR, RECORDS, unknown).expectStatus().isEqualTo(422))))
                .containsExactlyInAnyOrder("/usageType", "/serviceId");
        var turned = usage(
                type,
                "1",
                "2026-06-10",
                Map.of("period", Map.of("start", "2026-06-11T00:00:00Z", "end", "2026-06-10T00:00:00Z")));
        assertThat(pointers(json(
                        api.post(COORDINATOR, RECORDS, turned).expectStatus().isEqualTo(422))))
                .containsExactlyInAnyOrder("/period/end", "/ratedAmount");
        var negative = usage(
                type,
                "-1",
                "2026-06-10",
                Map.of("ratedAmount", Map.of("amount", "-1", "currency", "USD"), "colour", "red"));
        assertThat(pointers(json(
                        api.post(COORDINATOR, RECORDS, negative).expectStatus().isEqualTo(422))))
                .containsExactlyInAnyOrder("/quantity", "/ratedAmount/amount", "/colour");
    }

    @Test
    void a_bulk_is_taken_whole_or_not_at_all() {
        var type = type("1");
        var sound = usage(type, "1", "2026-06-10");
        var twin = new HashMap<>(sound);
        var unknown = usage(type, "1", "2026-06-10", Map.of("serviceId", "S-NOBODY"));
        var early = usage(type, "1", "2026-05-31");
        var bulk = RECORDS + "/bulk";
        var refused = json(api.post(COORDINATOR, bulk, Map.of("records", List.of(sound, unknown, twin, early)))
                .expectStatus()
                .isEqualTo(422));
        assertThat(pointers(refused)).containsExactly("/records/1/serviceId", "/records/3/period/start");
        assertThat(listed("serviceId=" + service)).isEmpty();
        var twisted = new HashMap<String, Object>(sound);
        twisted.put("quantity", "2");
        assertThat(pointers(json(api.post(COORDINATOR, bulk, Map.of("records", List.of(sound, twisted)))
                        .expectStatus()
                        .isEqualTo(409))))
                .containsExactly("/records/1/usageId");
        var other = usage(type, "1", "2026-06-11");
        var taken = json(api.post(COORDINATOR, bulk, Map.of("records", List.of(sound, twin, other)))
                .expectStatus()
                .isOk());
        assertThat(taken.path("added").asInt()).isEqualTo(2);
        assertThat(taken.path("known").asInt()).isEqualTo(1);
        var again = json(api.post(COORDINATOR, bulk, Map.of("records", List.of(sound, other))));
        assertThat(again.path("added").asInt()).isZero();
        assertThat(listed("serviceId=" + service)).hasSize(2);
        var many = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 1001; i++) {
            many.add(usage(type, "1", "2026-06-10"));
        }
        api.post(COORDINATOR, bulk, Map.of("records", many)).expectStatus().isEqualTo(422);
        var enough = json(api.post(COORDINATOR, bulk, Map.of("records", many.subList(0, 1000))));
        assertThat(enough.path("added").asInt()).isEqualTo(1000);
        api.post(COORDINATOR, bulk + "?dryRun=true", Map.of("records", List.of(usage(type, "1", "2026-06-12"))))
                .expectStatus()
                .isOk();
        assertThat(listed("start.gte=2026-06-12T00:00:00Z&serviceId=" + service))
                .isEmpty();
    }

    @Test
    void a_customer_sees_its_own_usage_by_service_account_type_time_and_whether_it_is_billed() {
        var type = type("1");
        var june = report(usage(type, "1", "2026-06-10"));
        at("2026-07-01T07:00:00Z");
        clock.set(Instant.parse("2026-07-05T12:00:00Z"));
        var july = report(usage(type, "1", "2026-07-04"));
        for (var query : List.of(
                "serviceId=" + service,
                "accountId=" + account,
                "usageType=" + type,
                "source=mediation-chi&start.gte=2026-06-10T15:00:00Z")) {
            assertThat(listed(query))
                    .as(query)
                    .extracting((JsonNode one) -> one.path("recordId").asString())
                    .containsExactly(
                            july.path("recordId").asString(),
                            june.path("recordId").asString());
        }
        assertThat(listed("status=RATED"))
                .extracting((JsonNode one) -> one.path("recordId"))
                .containsExactly(july.path("recordId"));
        assertThat(listed("status=BILLED&end.lt=2026-07-01T00:00:00Z")).hasSize(1);
        api.get(tenant.viewer(), RECORDS + "?status=PAID").expectStatus().isBadRequest();
        var href = july.path("href").asString();
        api.get(tenant.viewer(), href).expectStatus().isOk();
        var stranger = platform.tenant().viewer();
        assertThat(items(api.get(stranger, RECORDS))).isEmpty();
        api.get(stranger, href).expectStatus().isNotFound();
        api.get(stranger, RECORDS + "?accountId=" + account).expectStatus().isNotFound();
        var elsewhere = platform.account(tenant);
        var assigned = Tokens.customer(tenant.enterprise(), "BILLING_VIEW").onlyAccounts(elsewhere);
        assertThat(items(api.get(assigned, RECORDS))).isEmpty();
        api.get(assigned, href).expectStatus().isNotFound();
        api.get(assigned, RECORDS + "?accountId=" + account).expectStatus().isForbidden();
        api.post(tenant.viewer(), RECORDS, usage(type, "1", "2026-07-04"))
                .expectStatus()
                .isForbidden();
        var acting = platform.tenant();
        assertThat(pointers(json(api.post(COORDINATOR.on(acting.enterprise()), RECORDS, usage(type, "1", "2026-07-04"))
                        .expectStatus()
                        .isEqualTo(422))))
                .as("somebody who acts on another enterprise")
                .containsExactly("/serviceId");
    }

    @Test
    void only_what_is_not_billed_can_be_taken_back_and_nothing_else_changes() {
        var type = type("1");
        var wrong = report(usage(type, "1", "2026-06-10", Map.of("usageId", "wrong-" + service)));
        var staff = COORDINATOR.on(tenant.enterprise());
        remove(staff, wrong).expectStatus().isNoContent();
        remove(staff, wrong).expectStatus().isNotFound();
        var right = report(usage(type, "2", "2026-06-10", Map.of("usageId", "wrong-" + service)));
        remove(tenant.viewer(), right).expectStatus().isForbidden();
        at("2026-07-01T07:00:00Z");
        assertThat(json(remove(staff, right).expectStatus().isEqualTo(409))
                        .path("code")
                        .asString())
                .isEqualTo("usage-billed");
        var id = right.path("recordId").asString().substring(2);
        for (var change : List.of(
                "update usage_record set quantity = 1 where id = " + id,
                "update usage_record set invoice_id = null where id = " + id,
                "delete from usage_record where id = " + id,
                "delete from invoice_usage where account_id = '" + account + "'",
                "update usage_rate set amount = 0")) {
            assertThatThrownBy(() -> platform.touch(tenant, change)).as(change).isNotNull();
        }
    }

    private ResponseSpec remove(Tokens.Draft who, JsonNode record) {
        return api.as(who).delete().uri(record.path("href").asString()).exchange();
    }

    @Test
    void usage_of_a_held_invoice_is_billed_by_its_release_or_by_the_next_run() {
        var type = type(null);
        var staff = COORDINATOR.on(tenant.enterprise());
        var first = report(usage(type, "1", "2026-06-10", rated("1000000.01")));
        at("2026-07-01T07:00:00Z");
        var held = held(staff);
        assertThat(held.at("/holdReasons/0/check").asString()).isEqualTo("ABSURD_AMOUNT");
        assertThat(listed("status=RATED&serviceId=" + service)).hasSize(1);
        decide(staff, held, "discard").expectStatus().isNoContent();
        dueWork.runAll();
        held = held(staff);
        var more = report(usage(type, "1", "2026-06-11", rated("1.00")));
        assertThat(changed(staff, held)).isEqualTo("charges-changed");
        remove(staff, more).expectStatus().isNoContent();
        remove(staff, first).expectStatus().isNoContent();
        var parts = List.of(
                report(usage(type, "1", "2026-06-10", rated("1000000.00"))),
                report(usage(type, "0", "2026-06-10", rated("0.01"))));
        assertThat(changed(staff, held)).as("the same money of other records").isEqualTo("charges-changed");
        parts.forEach(part -> remove(staff, part).expectStatus().isNoContent());
        report(usage(type, "1", "2026-06-10", rated("1000000.01")));
        decide(staff, held, "release").expectStatus().isOk();
        assertThat(listed("status=BILLED&serviceId=" + service)).hasSize(1);
        var invoice = platform.invoices(tenant, account).getFirst();
        assertThat(usageLines(invoice).getFirst().at("/netAmount/amount").asString())
                .isEqualTo("1000000.01");
    }

    private static Map<String, ?> rated(String amount) {
        return Map.of("ratedAmount", Map.of("amount", amount, "currency", "USD"));
    }

    private JsonNode held(Tokens.Draft staff) {
        return items(api.get(staff, "/api/v1/invoices?state=onHold&accountId=" + account))
                .getFirst();
    }

    private ResponseSpec decide(Tokens.Draft staff, JsonNode held, String what) {
        return api.post(staff, held.path("href").asString() + "/" + what, Map.of("reason", "looked at it"));
    }

    private String changed(Tokens.Draft staff, JsonNode held) {
        return json(decide(staff, held, "release").expectStatus().isEqualTo(409))
                .path("code")
                .asString();
    }

    @Test
    void usage_is_taxed_by_product_disputed_by_line_and_given_back_by_a_withdrawal() {
        var product = "USED_" + account;
        platform.touch(
                tenant,
                "update rated_service set product_code = '%s' where service_id = '%s'".formatted(product, service));
        var body = Map.of(
                "code", "T-" + product,
                "name", "Excise on usage",
                "kind", "TAX",
                "jurisdiction", "Illinois",
                "percent", "10.000000",
                "productCode", product,
                "appliesTo", List.of("USAGE"),
                "effectiveFrom", "2026-01-01");
        api.post(OPERATIONS, "/api/v1/tax-rules", body).expectStatus().isCreated();
        var type = type("2");
        report(usage(type, "50", "2026-06-10"));
        at("2026-07-01T07:00:00Z");
        var invoice = platform.invoices(tenant, account).getFirst();
        assertThat(amountOf(invoice, "/totals/taxes/amount")).isEqualTo("10.00");
        var line = usageLines(invoice).getFirst().path("lineId").asString();
        var request = Map.of(
                "accountId",
                account,
                "type",
                "DISPUTE",
                "subtype",
                "INCORRECT_CHARGE",
                "description",
                "We never called there",
                "contact",
                Map.of("name", "Ada Buyer", "email", "ada@acme.example"),
                "invoiceNumber",
                invoice.path("invoiceNumber").asString(),
                "lines",
                List.of(Map.of("lineId", line, "amountDisputed", Map.of("amount", "100.01", "currency", "USD"))));
        var payer = Tokens.customer(tenant.enterprise(), "BILLING_VIEW", "BILLING_REQUEST_WRITE");
        var much = json(api.post(
                        payer,
                        "/api/v1/billing-requests",
                        request,
                        UUID.randomUUID().toString())
                .expectStatus()
                .isEqualTo(422));
        assertThat(new BigDecimal(much.at("/maxDisputable/amount")
                        .asString(much.path("maxDisputable").asString("0"))))
                .isEqualByComparingTo("100.00");
        var staff = COORDINATOR.on(tenant.enterprise());
        var withdrawn = api.post(
                staff,
                invoice.path("href").asString() + "/withdrawal",
                Map.of("reason", "wrong"),
                UUID.randomUUID().toString());
        assertThat(withdrawn.returnResult(String.class).getStatus().is2xxSuccessful())
                .isTrue();
        at("2026-08-01T07:00:00Z");
        assertThat(platform.invoices(tenant, account).stream().flatMap(one -> usageLines(one).stream()))
                .as("like every charge it stays on the invoice that is given back")
                .hasSize(1);
    }

    @Test
    void usage_of_an_invoice_that_is_billed_anew_is_on_the_next_one() {
        var record = report(usage(type("1"), "5", "2026-06-10")).path("href").asString();
        at("2026-07-01T17:00:00Z");
        var withdrawn = platform.invoices(tenant, account)
                .getFirst()
                .path("invoiceNumber")
                .asString();
        api.post(
                        COORDINATOR.on(tenant.enterprise()),
                        "/api/v1/invoices/" + withdrawn + "/withdrawal",
                        Map.of("reason", "Wrong price", "rebill", true),
                        UUID.randomUUID().toString())
                .expectStatus()
                .isCreated();
        assertThat(json(api.get(tenant.viewer(), record)).path("status").asString())
                .isEqualTo("RATED");
        at("2026-08-01T17:00:00Z");
        var august = platform.invoices(tenant, account).getLast();
        assertThat(usageLines(august))
                .extracting(line -> line.at("/netAmount/amount").asString())
                .containsExactly("5.00");
        assertThat(json(api.get(tenant.viewer(), record)).path("invoiceNumber"))
                .isEqualTo(august.path("invoiceNumber"));
        at("2026-09-01T17:00:00Z");
        assertThat(usageLines(platform.invoices(tenant, account).getLast())).isEmpty();
    }

    @Test
    void usage_goes_to_another_enterprise_with_its_account() {
        var billed = report(usage(type("1"), "5", "2026-06-10")).path("href").asString();
        at("2026-07-01T17:00:00Z");
        var open = report(usage(type("1"), "6", "2026-06-30")).path("href").asString();
        var buyer = platform.tenant();
        events.send("identity.account.v1", "identity.account.moved.v1", account, buyer.enterprise(), 2, """
                {"accountId":"%s","fromEnterpriseId":"%s","toEnterpriseId":"%s","at":"2026-07-01T17:00:00Z"}""".formatted(
                        account, tenant.enterprise(), buyer.enterprise()));
        Awaitility.await("the move of " + account)
                .atMost(Duration.ofSeconds(60))
                .until(() -> items(api.get(buyer.viewer(), RECORDS)).size() == 2);
        assertThat(json(api.get(buyer.viewer(), billed)).path("status").asString())
                .isEqualTo("BILLED");
        api.get(tenant.viewer(), billed).expectStatus().isNotFound();
        api.get(tenant.viewer(), open).expectStatus().isNotFound();
        at("2026-08-01T17:00:00Z");
        assertThat(json(api.get(buyer.viewer(), open)).path("status").asString())
                .isEqualTo("BILLED");
    }

    @Test
    void types_and_rates_are_kept_by_staff() {
        var type = type("0.5");
        var twice = Map.of("usageType", type, "name", "Again", "unit", "MINUTE");
        assertThat(json(api.post(OPERATIONS, "/api/v1/usage-types", twice)
                                .expectStatus()
                                .isEqualTo(409))
                        .path("code")
                        .asString())
                .isEqualTo("usage-type-exists");
        assertThat(json(rate(type, "0.6", "2026-01-01").expectStatus().isEqualTo(409))
                        .path("code")
                        .asString())
                .isEqualTo("usage-rate-exists");
        rate(type, "0.6", "2026-07-01").expectStatus().isCreated();
        rate(type, "-0.6", "2026-08-01").expectStatus().isEqualTo(422);
        rate("NOTHING", "1", "2026-08-01").expectStatus().isNotFound();
        var whole = json(api.get(COORDINATOR, "/api/v1/usage-types/" + type));
        assertThat(whole.path("rates").values())
                .extracting((JsonNode one) -> one.at("/unitAmount/amount").asString())
                .containsExactly("0.50", "0.60");
        assertThat(items(api.get(OPERATIONS, "/api/v1/usage-types?usageType=" + type)))
                .hasSize(1);
    }
}
