package io.controlcenter.order.ordering;

import static io.controlcenter.order.OrderPlatform.json;
import static io.controlcenter.order.OrderPlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.OrderPlatform;
import io.controlcenter.order.OrderPlatform.Tenant;
import io.controlcenter.order.OrderServiceTest;
import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.platform.test.Tokens;
import io.controlcenter.platform.work.DueWorkRunner;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What can happen to an order on its way, over HTTP: charges, other dates, cancellation, delay, acceptance. */
@OrderServiceTest
class OrderLifeIT {

    @Autowired
    private OrderPlatform platform;

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

    @BeforeEach
    void a_care_manager_is_there() {
        platform.careManager();
    }

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    private static Tokens.Draft approver(Tenant tenant) {
        return Tokens.customer(tenant.enterprise(), "ORDER_VIEW", "ORDER_WRITE", "ORDER_CHARGE_APPROVE");
    }

    private JsonNode order(Tenant tenant, String number) {
        return json(api.get(tenant.buyer(), "/api/v1/orders/" + number)
                .expectStatus()
                .isOk());
    }

    private String state(Tenant tenant, String number) {
        return order(tenant, number).path("state").asString();
    }

    private ResponseSpec ccm(Tenant tenant, String number, String action, Map<String, ?> body) {
        return api.post(OrderPlatform.CCM.on(tenant.enterprise()), "/api/v1/orders/" + number + action, body, key());
    }

    private ResponseSpec put(Tenant tenant, String number, String what, Map<String, ?> body) {
        return api.as(OrderPlatform.CCM.on(tenant.enterprise()))
                .put()
                .uri("/api/v1/orders/" + number + what)
                .body(body)
                .exchange();
    }

    private ResponseSpec buyer(Tenant tenant, String number, String action, Map<String, ?> body) {
        return api.post(approver(tenant), "/api/v1/orders/" + number + action, body, key());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private JsonNode charge(Tenant tenant, String number) {
        return json(api.get(approver(tenant), "/api/v1/orders/" + number + "/charges")
                        .expectStatus()
                        .isOk())
                .at("/items/0");
    }

    private ResponseSpec answer(Tenant tenant, String number, JsonNode charge, String decision) {
        var items = charge.path("items")
                .valueStream()
                .map(item -> Map.of("chargeItemId", item.path("chargeItemId").asString(), "decision", decision))
                .toList();
        return buyer(
                tenant, number, "/charges/" + charge.path("chargeId").asString() + "/response", Map.of("items", items));
    }

    private Map<String, Object> ds1(Tenant tenant, String kind, String date) {
        return Map.of(
                "accountId",
                tenant.accountA(),
                "requestedDate",
                Map.of("kind", kind, "date", date),
                "contact",
                Map.of("name", "Ada Buyer", "email", "ada@acme.example"),
                "items",
                List.of(Map.of(
                        "itemId",
                        "hq",
                        "productCode",
                        "DS1",
                        "siteId",
                        platform.site(tenant, "Chicago"),
                        "termMonths",
                        12,
                        "technicalContact",
                        Map.of("name", "Tess Tech", "email", "tess@acme.example"))));
    }

    private String inProgress(Tenant tenant) {
        var number = platform.submitted(tenant);
        platform.milestone(tenant, number, "CCD_SET", Map.of("date", "2026-06-20"))
                .expectStatus()
                .isOk();
        return number;
    }

    private void handOver(Tenant tenant, String number) {
        for (var code :
                List.of("DESIGN_COMPLETE", "INSTALL_COMPLETE", "TEST_AND_TURN_UP_PASSED", "CONNECTION_NOTICE_SENT")) {
            platform.milestone(tenant, number, code, Map.of()).expectStatus().isOk();
        }
    }

    @Test
    void an_expedite_costs_what_the_rate_card_says_and_is_billed_when_its_date_is_met() {
        var tenant = platform.tenant();
        var number = platform.submitted(tenant, ds1(tenant, "EXPEDITE", "2026-06-05"));
        var held = json(platform.milestone(tenant, number, "CCD_SET", Map.of("date", "2026-06-05"))
                .expectStatus()
                .isOk());
        assertThat(held.path("state").asString()).isEqualTo("held.assessingCharge");
        assertThat(held.at("/items/0/state").asString()).isEqualTo("held");
        assertThat(held.at("/items/0/technicalContact/name").asString()).isEqualTo("Tess Tech");
        var charge = charge(tenant, number);
        assertThat(charge.at("/items/0/amount/amount").asString())
                .as("2 business days at 300.00")
                .isEqualTo("600.00");
        assertThat(charge.at("/clock/running").asBoolean()).isTrue();
        assertThat(charge.at("/clock/remaining").asString()).isEqualTo("PT240H");
        var path = "/api/v1/orders/" + number + "/charges/"
                + charge.path("chargeId").asString() + "/response";
        api.post(tenant.buyer(), path, Map.of("items", List.of()), key())
                .expectStatus()
                .isForbidden();
        api.post(approver(tenant), path, Map.of("items", List.of(Map.of("chargeItemId", "x", "decision", "ACCEPTED"))))
                .expectStatus()
                .isBadRequest();
        buyer(
                        tenant,
                        number,
                        path.substring(path.indexOf("/charges")),
                        Map.of("items", List.of(Map.of("chargeItemId", "nothing", "decision", "ACCEPTED"))))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(2);
        answer(tenant, number, charge, "ACCEPTED").expectStatus().isOk();
        assertThat(order(tenant, number).at("/items/0/expediteAccepted").asBoolean())
                .isTrue();
        handOver(tenant, number);
        api.post(tenant.buyer(), "/api/v1/orders/" + number + "/acceptance", Map.of("decision", "ACCEPTED"))
                .expectStatus()
                .isOk();
        events.await("order.charge.created.v1", number);
        events.await("order.charge.answered.v1", number);
        var billable = events.await("order.charge.billable.v1", number);
        assertThat(billable.data().path("chargeDate").asString()).isEqualTo("2026-06-01");
        assertThat(billable.data().path("serviceId").asString()).startsWith("S-");
        assertThat(charge(tenant, number).at("/items/0/billedOn").asString()).isEqualTo("2026-06-01");
    }

    @Test
    void a_date_earlier_than_standard_needs_an_expedite_and_some_products_a_quote() {
        var tenant = platform.tenant();
        api.post(tenant.buyer(), "/api/v1/orders", ds1(tenant, "FIRM_DATE", "2026-06-05"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.earliestDate")
                .isEqualTo("2026-06-09");
        api.post(tenant.buyer(), "/api/v1/orders", ds1(tenant, "FIRM_DATE", "2026-06-09"))
                .expectStatus()
                .isCreated();
        var ethernet = new java.util.HashMap<>(platform.order(tenant, "2026-06-05", platform.site(tenant, "Chicago")));
        ethernet.put("requestedDate", Map.of("kind", "EXPEDITE", "date", "2026-06-05"));
        api.post(tenant.buyer(), "/api/v1/orders", ethernet)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("expedite-requires-quote");
    }

    @Test
    void a_charge_that_nobody_answers_lapses_and_fails_what_it_blocks() {
        var tenant = platform.tenant();
        var number = inProgress(tenant);
        var wanted = Map.of(
                "itemId",
                "item-1",
                "cause",
                "CONSTRUCTION",
                "responseDueAt",
                "2026-06-05T15:00:00Z",
                "items",
                List.of(Map.of(
                        "priceType",
                        "NON_RECURRING",
                        "description",
                        "Trench of 40 m",
                        "amount",
                        Map.of("amount", "4000.00", "currency", "USD"),
                        "blocking",
                        true)));
        ccm(tenant, number, "/charges", wanted).expectStatus().isCreated();
        ccm(tenant, number, "/charges", wanted)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("charge-open");
        var charge = charge(tenant, number);
        clock.set(Instant.parse("2026-06-05T15:00:01Z"));
        answer(tenant, number, charge, "ACCEPTED")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("charge-answered-late");
        dueWork.runAll();
        var after = order(tenant, number);
        assertThat(after.path("state").asString()).isEqualTo("inProgress");
        assertThat(after.at("/items/0/state").asString()).isEqualTo("failed");
        assertThat(charge(tenant, number).path("state").asString()).isEqualTo("TIMEOUT");
        assertThat(charge(tenant, number).at("/clock/elapsedPercent").asInt()).isEqualTo(100);
        events.await("order.charge.timed-out.v1", number);
        handOver(tenant, number);
        api.post(tenant.buyer(), "/api/v1/orders/" + number + "/acceptance", Map.of("decision", "ACCEPTED"))
                .expectStatus()
                .isOk();
        assertThat(state(tenant, number)).isEqualTo("partial");
        var accepted = events.await("order.accepted.v1", number);
        assertThat(accepted.data().path("items").findValuesAsString("itemId")).containsExactly("item-2");
    }

    @Test
    void a_withdrawn_charge_lets_the_order_go_on() {
        var tenant = platform.tenant();
        var number = inProgress(tenant);
        var wanted = Map.of(
                "cause",
                "OTHER",
                "items",
                List.of(Map.of(
                        "priceType",
                        "RECURRING",
                        "description",
                        "Rack space",
                        "amount",
                        Map.of("amount", "40.00", "currency", "EUR"))));
        ccm(tenant, number, "/charges", wanted).expectStatus().isEqualTo(422);
        var dollars = Map.of(
                "cause",
                "OTHER",
                "items",
                List.of(Map.of(
                        "priceType",
                        "RECURRING",
                        "description",
                        "Rack space",
                        "amount",
                        Map.of("amount", "40.00", "currency", "USD"))));
        var id = text(ccm(tenant, number, "/charges", dollars).expectStatus().isCreated(), "chargeId");
        ccm(tenant, number, "/charges/" + id + "/withdrawal", Map.of())
                .expectStatus()
                .isOk();
        assertThat(state(tenant, number)).isEqualTo("inProgress");
        events.await("order.charge.withdrawn.v1", number);
    }

    @Test
    void another_date_is_priced_agreed_charged_and_then_holds() {
        var tenant = platform.tenant();
        var number = inProgress(tenant);
        var later = Map.of("requestedDate", "2026-07-01", "reason", "The building is late");
        api.post(tenant.buyer(), "/api/v1/orders/" + number + "/date-changes", later)
                .expectStatus()
                .isBadRequest();
        var tried =
                json(api.post(tenant.buyer(), "/api/v1/orders/" + number + "/date-changes?dryRun=true", later, key())
                        .expectStatus()
                        .isOk());
        assertThat(tried.at("/price/0/amount/amount").asString()).isEqualTo("50.00");
        assertThat(state(tenant, number)).as("only tried").isEqualTo("inProgress");
        buyer(tenant, number, "/date-changes", later).expectStatus().isOk();
        assertThat(state(tenant, number)).isEqualTo("pending.assessingModification");
        buyer(tenant, number, "/date-changes", later)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("date-change-open");
        ccm(tenant, number, "/date-changes/decision", Map.of("decision", "REFUSED"))
                .expectStatus()
                .isEqualTo(422);
        ccm(tenant, number, "/date-changes/decision", Map.of("decision", "AGREED"))
                .expectStatus()
                .isOk();
        assertThat(order(tenant, number).path("customerCommitDate").asString())
                .as("not before the charge is accepted")
                .isEqualTo("2026-06-20");
        answer(tenant, number, charge(tenant, number), "ACCEPTED")
                .expectStatus()
                .isOk();
        var changed = order(tenant, number);
        assertThat(changed.path("state").asString()).isEqualTo("inProgress");
        assertThat(changed.path("customerCommitDate").asString()).isEqualTo("2026-07-01");
        assertThat(changed.at("/items/0/expectedCompletionDate").asString()).isEqualTo("2026-07-01");
        var requests = json(api.get(tenant.buyer(), "/api/v1/orders/" + number + "/change-requests"));
        assertThat(requests.at("/items/0/state").asString()).isEqualTo("done");
        events.await(
                event -> event.key().equals(number)
                        && event.type().equals("order.date.changed.v1")
                        && event.data().path("kind").asString().equals("CCD"),
                "changed CCD of " + number);
        events.await("order.charge.billable.v1", number);
    }

    @Test
    void dates_stay_past_the_point_of_no_return() {
        var tenant = platform.tenant();
        var number = inProgress(tenant);
        ccm(tenant, number, "/point-of-no-return", Map.of("reason", "The trench is dug"))
                .expectStatus()
                .isOk();
        buyer(tenant, number, "/date-changes", Map.of("requestedDate", "2026-07-01", "reason", "x"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("point-of-no-return");
        var near = inProgress(tenant);
        clock.set(Instant.parse("2026-06-18T15:00:00Z"));
        buyer(tenant, near, "/date-changes", Map.of("requestedDate", "2026-07-01", "reason", "x"))
                .expectStatus()
                .isEqualTo(409);
        buyer(tenant, near, "/date-changes", Map.of("requestedDate", "2026-06-01", "reason", "x"))
                .expectStatus()
                .isEqualTo(422);
    }

    @Test
    void a_cancelled_order_owes_its_charge_and_stays_cancelled() {
        var tenant = platform.tenant();
        var number = inProgress(tenant);
        var asked = json(buyer(tenant, number, "/cancellation", Map.of("reason", "We moved"))
                .expectStatus()
                .isOk());
        assertThat(asked.at("/price/0/amount/amount").asString()).isNotBlank();
        assertThat(state(tenant, number)).isEqualTo("assessingCancellation");
        ccm(tenant, number, "/cancellation/decision", Map.of("decision", "AGREED"))
                .expectStatus()
                .isOk();
        answer(tenant, number, charge(tenant, number), "ACCEPTED")
                .expectStatus()
                .isOk();
        assertThat(state(tenant, number)).isEqualTo("pendingCancellation");
        dueWork.runAll();
        assertThat(state(tenant, number)).isEqualTo("cancelled");
        buyer(tenant, number, "/cancellation", Map.of("reason", "Again"))
                .expectStatus()
                .isEqualTo(409);
        var done = platform.awaitingAcceptance(tenant);
        api.post(tenant.buyer(), "/api/v1/orders/" + done + "/acceptance", Map.of("decision", "ACCEPTED"))
                .expectStatus()
                .isOk();
        buyer(tenant, done, "/cancellation", Map.of("reason", "Too late"))
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void a_notice_without_an_answer_is_acceptance_after_its_business_days() {
        var tenant = platform.tenant();
        var number = platform.awaitingAcceptance(tenant);
        assertThat(order(tenant, number).at("/connectionNotice/answerBy").asString())
                .as("five business days after 1 June, the end of the 8th in Chicago")
                .isEqualTo("2026-06-09T05:00:00Z");
        clock.set(Instant.parse("2026-06-09T04:59:59Z"));
        dueWork.runAll();
        assertThat(state(tenant, number)).isEqualTo("awaitingAcceptance");
        clock.set(Instant.parse("2026-06-09T05:00:00Z"));
        dueWork.runAll();
        dueWork.runAll();
        assertThat(state(tenant, number)).isEqualTo("completed");
        assertThat(events.await("order.accepted.v1", number)
                        .data()
                        .path("outcome")
                        .asString())
                .isEqualTo("DEEMED_ACCEPTED");
        assertThat(records(number)).containsExactly("DEEMED_ACCEPTED 2026-06-20", "DEEMED_ACCEPTED 2026-06-20");
        api.post(tenant.buyer(), "/api/v1/orders/" + number + "/acceptance", Map.of("decision", "ACCEPTED"))
                .expectStatus()
                .isEqualTo(409);
        assertThat(order(tenant, number).path("displayStage").asString()).isEqualTo("Manage");
        clock.set(Instant.parse("2026-06-20T15:00:00Z"));
        dueWork.runAll();
        events.await(
                event -> event.key().equals(number)
                        && event.data().path("code").asString("").equals("BILLING_STARTED"),
                "billing of " + number);
    }

    private List<String> records(String number) {
        return TenantScope.call(
                TenantScope.ALL,
                () -> transaction.execute(_ ->
                        db.sql("""
                                select outcome || ' ' || commencement_date from acceptance_record
                                where order_number = :order""").param("order", number).query(String.class).list()));
    }

    @Test
    void a_customer_who_stays_not_ready_is_billed_from_day_31() {
        var tenant = platform.tenant();
        var number = platform.awaitingAcceptance(tenant);
        buyer(tenant, number, "/customer-not-ready", Map.of("reason", "No power", "newDueDate", "2026-06-02"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.earliestDate")
                .isEqualTo("2026-06-04")
                .jsonPath("$.latestDate")
                .isEqualTo("2026-08-19");
        var put = json(
                buyer(tenant, number, "/customer-not-ready", Map.of("reason", "No power", "newDueDate", "2026-06-23"))
                        .expectStatus()
                        .isOk());
        assertThat(put.at("/jeopardy/code").asString()).isEqualTo("CUSTOMER_NOT_READY");
        assertThat(put.at("/customerDelay/expiresOn").asString()).isEqualTo("2026-07-21");
        events.await("order.jeopardy.raised.v1", number);
        clock.set(Instant.parse("2026-07-21T15:00:00Z"));
        dueWork.runAll();
        assertThat(state(tenant, number)).isEqualTo("completed");
        assertThat(records(number)).containsExactly("CUSTOMER_NOT_READY 2026-07-21", "CUSTOMER_NOT_READY 2026-07-21");
        events.await("order.jeopardy.cleared.v1", number);
        var unbuilt = platform.submitted(tenant, ds1(tenant, "FIRM_DATE", "2026-09-01"));
        platform.milestone(tenant, unbuilt, "CCD_SET", Map.of("date", "2026-09-01"))
                .expectStatus()
                .isOk();
        ccm(tenant, unbuilt, "/customer-not-ready", Map.of("reason", "Nobody there", "noShow", true))
                .expectStatus()
                .isOk();
        clock.set(Instant.parse("2026-10-02T15:00:00Z"));
        dueWork.runAll();
        assertThat(state(tenant, unbuilt)).isEqualTo("cancelled");
    }

    @Test
    void services_are_changed_and_disconnected_by_orders() {
        var tenant = platform.tenant();
        var first = platform.awaitingAcceptance(tenant);
        api.post(tenant.buyer(), "/api/v1/orders/" + first + "/acceptance", Map.of("decision", "ACCEPTED"))
                .expectStatus()
                .isOk();
        var service = order(tenant, first).at("/items/0/serviceId").asString();
        refusesWrongServiceIds(tenant, service);
        var change = existing(
                tenant,
                Map.of("itemId", "up", "action", "MODIFY", "serviceId", service, "productCode", "ETHERNET_100M"));
        var modify = platform.submitted(tenant, change);
        var rival = text(api.post(tenant.buyer(), "/api/v1/orders", change), "orderNumber");
        api.post(tenant.buyer(), "/api/v1/orders/" + rival + "/requirements-confirmation");
        api.post(tenant.buyer(), "/api/v1/orders/" + rival + "/submit", Map.of(), key())
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("service-in-another-order");
        platform.milestone(tenant, modify, "CCD_SET", Map.of("date", "2026-06-20"))
                .expectStatus()
                .isOk();
        handOver(tenant, modify);
        api.post(tenant.buyer(), "/api/v1/orders/" + modify + "/acceptance", Map.of("decision", "ACCEPTED"))
                .expectStatus()
                .isOk();
        var changed = json(api.get(tenant.buyer(), "/api/v1/services/" + service));
        assertThat(changed.path("productCode").asString()).isEqualTo("ETHERNET_100M");
        assertThat(changed.at("/monthlyRecurring/amount").asString()).isEqualTo("480.00");
        assertThat(changed.path("state").asString()).isEqualTo("INSTALLED");
        var accepted = events.await("order.accepted.v1", modify);
        assertThat(accepted.data().at("/items/0/action").asString()).isEqualTo("MODIFY");
        assertThat(accepted.data().at("/items/0/serviceId").asString()).isEqualTo(service);
        disconnects(tenant, service);
    }

    private Map<String, Object> existing(Tenant tenant, Map<String, ?>... items) {
        return Map.of(
                "accountId",
                tenant.accountA(),
                "requestedDate",
                Map.of("kind", "FIRM_DATE", "date", "2026-06-20"),
                "contact",
                Map.of("name", "Ada Buyer", "email", "ada@acme.example"),
                "items",
                List.of(items));
    }

    private void refusesWrongServiceIds(Tenant tenant, String service) {
        var site = platform.site(tenant, "Boston");
        var wrong = existing(
                tenant,
                Map.of("itemId", "a", "serviceId", service, "productCode", "DS1", "siteId", site, "termMonths", 12),
                Map.of("itemId", "b", "action", "MODIFY"),
                Map.of("itemId", "c", "action", "DELETE", "serviceId", "S-0"));
        var problem = json(
                api.post(tenant.buyer(), "/api/v1/orders", wrong).expectStatus().isEqualTo(422));
        assertThat(problem.path("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(
                        "/items/0/serviceId", "/items/1/serviceId", "/items/2/serviceId", "/items/2/action");
    }

    private void disconnects(Tenant tenant, String service) {
        var number = platform.submitted(
                tenant, existing(tenant, Map.of("itemId", "off", "action", "DELETE", "serviceId", service)));
        var running = order(tenant, number);
        assertThat(running.path("state").asString()).isEqualTo("inProgress");
        assertThat(running.path("customerCommitDate").asString())
                .as("30 days after receipt")
                .isEqualTo("2026-07-01");
        assertThat(json(api.get(tenant.buyer(), "/api/v1/services/" + service))
                        .path("state")
                        .asString())
                .isEqualTo("PENDING_DISCONNECT");
        buyer(tenant, number, "/date-changes", Map.of("requestedDate", "2026-07-10", "reason", "Later"))
                .expectStatus()
                .isOk();
        clock.set(Instant.parse("2026-07-05T15:00:00Z"));
        buyer(tenant, number, "/cancellation", Map.of("reason", "We stay"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("disconnect-too-near");
        clock.set(Instant.parse("2026-07-10T15:00:00Z"));
        dueWork.runAll();
        assertThat(state(tenant, number)).isEqualTo("completed");
        var gone = events.await("order.disconnected.v1", number);
        assertThat(gone.data().at("/items/0/stopDate").asString()).isEqualTo("2026-07-10");
        assertThat(gone.data().at("/items/0/serviceId").asString()).isEqualTo(service);
        assertThat(json(api.get(tenant.buyer(), "/api/v1/services/" + service))
                        .path("state")
                        .asString())
                .isEqualTo("DISCONNECTED");
    }

    @Test
    void a_submitted_order_that_cannot_be_delivered_is_rejected_with_reasons() {
        db.sql("update care_manager set active = false").update();
        var tenant = platform.tenant();
        var number = platform.submitted(tenant);
        var errors = List.of(Map.of("pointer", "/items/0/siteId", "code", "noFibre", "detail", "No fibre here."));
        var rejected = json(ccm(tenant, number, "/rejection", Map.of("errors", errors))
                .expectStatus()
                .isOk());
        db.sql("update care_manager set active = true where user_id = 'ccm-of-all'")
                .update();
        assertThat(rejected.path("state").asString()).isEqualTo("rejected");
        assertThat(rejected.at("/terminationErrors/0/pointer").asString()).isEqualTo("/items/0/siteId");
        assertThat(events.await("order.rejected.v1", number)
                        .data()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("noFibre");
        dueWork.runAll();
        assertThat(state(tenant, number)).isEqualTo("rejected");
    }

    @Test
    void a_notice_is_refused_while_the_care_manager_cannot_be_reached() {
        platform.staff("ccm-moves", "\"+1 555 0177\"", "ACTIVE", "\"CCM\"", 1);
        var tenant = platform.tenant();
        var number = inProgress(tenant);
        put(tenant, number, "/ccm", Map.of("userId", "ccm-moves"))
                .expectStatus()
                .isOk();
        platform.staff("ccm-moves", "null", "ACTIVE", "\"CCM\"", 2);
        for (var code : List.of("DESIGN_COMPLETE", "INSTALL_COMPLETE", "TEST_AND_TURN_UP_PASSED")) {
            platform.milestone(tenant, number, code, Map.of()).expectStatus().isOk();
        }
        platform.milestone(tenant, number, "CONNECTION_NOTICE_SENT", Map.of())
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.missing[0]")
                .isEqualTo("phone");
        platform.staff("ccm-moves", "\"+1 555 0178\"", "ACTIVE", "\"CCM\"", 3);
        platform.milestone(tenant, number, "CONNECTION_NOTICE_SENT", Map.of())
                .expectStatus()
                .isOk();
        db.sql("update care_manager set active = false where user_id <> 'ccm-of-all'")
                .update();
    }
}
