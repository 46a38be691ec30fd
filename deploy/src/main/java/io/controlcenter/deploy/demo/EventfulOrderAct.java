package io.controlcenter.deploy.demo;

import io.controlcenter.deploy.http.Answer;
import io.controlcenter.deploy.http.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** One order with what can come between: an expedite, a charge, jeopardy, and an acceptance that is rejected first. */
final class EventfulOrderAct {

    private final Story story;
    private final Stage stage;
    private final MailClient mails;

    EventfulOrderAct(Story story, Stage stage, MailClient mails) {
        this.story = story;
        this.stage = stage;
        this.mails = mails;
    }

    void play(Stage.Customer customer) {
        story.step("One order with an expedite, a charge, a jeopardy, a rejected and a repeated acceptance");
        var buyer = customer.admin();
        var manager = stage.staff(Cast.CCM).on(customer.enterprise());
        var site = OrderAct.site(buyer, "Chicago");
        var day = estimated(customer, site);
        var number = submitted(customer, site, day.path("date").asString());
        expedite(buyer, manager, number, day);
        charge(buyer, manager, number);
        jeopardy(manager, number);
        acceptance(buyer, manager, number);
        mailed(customer, number);
    }

    /** The latest day that is earlier than standard, with its fee. */
    private JsonNode estimated(Stage.Customer customer, String site) {
        var buyer = customer.admin();
        var estimate = buyer.post(
                        "/api/v1/order-estimates",
                        Map.of("items", List.of(Map.of("productCode", "DS1", "siteId", site))))
                .expect(200);
        var standard = estimate.text("/earliestStandardDate");
        var earlier = estimate.json().at("/items/0/earlierDates");
        var day = earlier.get(earlier.size() - 1);
        story.prove(
                "before anything is ordered, the estimate says what earlier than %s costs".formatted(standard),
                !earlier.isEmpty(),
                "%s for %s"
                        .formatted(
                                day.path("date").asString(),
                                day.at("/expediteFee/amount").asString()));
        var firm = order(customer, site, "FIRM_DATE", day.path("date").asString());
        var early = buyer.post("/api/v1/orders?dryRun=true", firm);
        story.same(
                "without an expedite the first date is",
                standard,
                early.expect(422).text("/earliestDate"));
        return day;
    }

    private static Map<String, Object> order(Stage.Customer customer, String site, String kind, String date) {
        return Map.of(
                "accountId",
                customer.account(),
                "externalId",
                "PO-2026-18",
                "requestedDate",
                Map.of("kind", kind, "date", date),
                "contact",
                Map.of("name", "Ada Buyer", "email", customer.orderContact()),
                "items",
                List.of(Map.of("itemId", "hq", "productCode", "DS1", "siteId", site, "termMonths", 12)));
    }

    private String submitted(Stage.Customer customer, String site, String date) {
        var buyer = customer.admin();
        var number = buyer.post("/api/v1/orders", order(customer, site, "EXPEDITE", date))
                .expect(201)
                .text("/orderNumber");
        var path = "/api/v1/orders/" + number;
        buyer.post(path + "/requirements-confirmation", Map.of()).expect(200);
        buyer.post(path + "/submit", Map.of(), UUID.randomUUID()).expect(200);
        story.await(
                "the acknowledgement of " + number,
                () -> Optional.of(buyer.get(path))
                        .filter(answer -> answer.text("/state").equals("acknowledged")));
        return number;
    }

    private void expedite(Caller buyer, Caller manager, String number, JsonNode day) {
        var path = "/api/v1/orders/" + number;
        var date = day.path("date").asString();
        var held =
                manager.post(path + "/milestones/CCD_SET", Map.of("date", date)).expect(200);
        story.same("committed to the earlier date, the order waits", "held.assessingCharge", held.text("/state"));
        var charge = open(buyer, number);
        story.same(
                "the fee that is asked for is the one that was estimated",
                day.at("/expediteFee/amount").asString(),
                charge.at("/items/0/amount/amount").asString());
        story.prove(
                "and a clock says how long there is to answer",
                charge.at("/clock/running").asBoolean(),
                charge.at("/clock/remaining").asString());
        var late = buyer.post(response(number, charge), Map.of("items", List.of()), UUID.randomUUID());
        story.same("an answer to a part of it is refused", 422, late.status());
        accept(buyer, number, charge);
        var order = buyer.get(path).expect(200);
        story.same("accepted, the order goes on", "inProgress", order.text("/state"));
        story.same(
                "with its expedite",
                true,
                order.json().at("/items/0/expediteAccepted").asBoolean());
    }

    private static JsonNode open(Caller buyer, String number) {
        return buyer.get("/api/v1/orders/" + number + "/charges")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(charge -> charge.path("state").asString().equals("AWAITING_RESPONSE"))
                .findFirst()
                .orElseThrow(() -> new Story.Disproved("no charge of " + number + " waits"));
    }

    private static String response(String number, JsonNode charge) {
        return "/api/v1/orders/%s/charges/%s/response"
                .formatted(number, charge.path("chargeId").asString());
    }

    private static Answer accept(Caller buyer, String number, JsonNode charge) {
        var items = charge.path("items")
                .valueStream()
                .map(item -> Map.of("chargeItemId", item.path("chargeItemId").asString(), "decision", "ACCEPTED"))
                .toList();
        return buyer.post(response(number, charge), Map.of("items", items), UUID.randomUUID())
                .expect(200);
    }

    private void charge(Caller buyer, Caller manager, String number) {
        var trench = Map.of(
                "priceType",
                "NON_RECURRING",
                "description",
                "Trench to the building",
                "amount",
                Map.of("amount", "250.00", "currency", "USD"),
                "blocking",
                true);
        manager.post(
                        "/api/v1/orders/" + number + "/charges",
                        Map.of("itemId", "hq", "cause", "CONSTRUCTION", "items", List.of(trench)),
                        UUID.randomUUID())
                .expect(201);
        var answered = accept(buyer, number, open(buyer, number));
        story.prove(
                "a charge for construction, once accepted, is billed as of that day",
                !answered.text("/items/0/billedOn").isEmpty(),
                answered.text("/items/0/billedOn"));
    }

    private void jeopardy(Caller manager, String number) {
        var order = manager.put(
                        "/api/v1/orders/" + number + "/jeopardy",
                        Map.of(
                                "code",
                                "FACILITY_DELAY",
                                "reason",
                                "The duct is full",
                                "plan",
                                "A second duct is pulled tomorrow",
                                "expectedDelayDays",
                                1))
                .expect(200);
        story.prove(
                "the care manager flags a jeopardy, with a plan",
                !order.text("/jeopardy/plan").isEmpty(),
                order.text("/jeopardy/level") + ": " + order.text("/jeopardy/plan"));
        var list = manager.on(null).get("/api/v1/orders/work-list?jeopardy=FACILITY_DELAY&limit=100");
        story.prove(
                "and it leads the care manager's work list",
                list.expect(200).body().contains(number),
                number);
    }

    private void acceptance(Caller buyer, Caller manager, String number) {
        var path = "/api/v1/orders/" + number;
        for (var code :
                List.of("DESIGN_COMPLETE", "INSTALL_COMPLETE", "TEST_AND_TURN_UP_PASSED", "CONNECTION_NOTICE_SENT")) {
            manager.post(path + "/milestones/" + code, Map.of()).expect(200);
        }
        var rejected = buyer.post(path + "/acceptance", Map.of("decision", "REJECTED", "reason", "No light on port 2"))
                .expect(200);
        story.same("not accepted, it is back", "inProgress", rejected.text("/state"));
        var early = manager.post(path + "/milestones/CONNECTION_NOTICE_SENT", Map.of());
        story.same("and has to pass its test again before the next notice", 409, early.status());
        manager.post(path + "/milestones/TEST_AND_TURN_UP_PASSED", Map.of()).expect(200);
        manager.post(path + "/milestones/CONNECTION_NOTICE_SENT", Map.of()).expect(200);
        var done =
                buyer.post(path + "/acceptance", Map.of("decision", "ACCEPTED")).expect(200);
        story.same("accepted the second time", "completed", done.text("/state"));
        story.prove("the jeopardy is over", !done.json().has("jeopardy"), "cleared");
        var charges = buyer.get(path + "/charges").expect(200);
        story.prove(
                "the expedite is billed, for its date was met",
                !charges.text("/items/0/items/0/billedOn").isEmpty(),
                charges.text("/items/0/items/0/amount/amount"));
    }

    private void mailed(Stage.Customer customer, String number) {
        for (var subject : List.of("please approve a charge", "at risk", "Connection notice")) {
            var mail = story.await(
                    "the mail: " + subject,
                    () -> mails.to(customer.orderContact(), number).stream()
                            .filter(one -> one.path("subject").asString().contains(subject))
                            .findFirst());
            story.prove("mailed", true, mail.path("subject").asString());
        }
    }
}
