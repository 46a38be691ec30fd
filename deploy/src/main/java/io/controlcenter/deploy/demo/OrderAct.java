package io.controlcenter.deploy.demo;

import io.controlcenter.deploy.http.Answer;
import io.controlcenter.deploy.http.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** An order for two services at two sites, from draft to customer acceptance. */
final class OrderAct {

    static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final List<String> KEY_MILESTONES = List.of(
            "SUBMITTED",
            "CCM_ASSIGNED",
            "ACKNOWLEDGED",
            "CCD_SET",
            "DESIGN_COMPLETE",
            "INSTALL_COMPLETE",
            "TEST_AND_TURN_UP_PASSED",
            "CONNECTION_NOTICE_SENT",
            "CUSTOMER_ACCEPTED",
            "BILLING_STARTED");

    private final Story story;
    private final Stage stage;
    private final MailClient mails;

    OrderAct(Story story, Stage stage, MailClient mails) {
        this.story = story;
        this.stage = stage;
        this.mails = mails;
    }

    /** The services that came of it. */
    List<JsonNode> play(Stage.Customer customer) {
        story.step("An order for two services at two sites, from draft to customer acceptance");
        var number = submit(customer);
        acknowledged(customer, number);
        deliver(customer, number);
        var services = accept(customer, number);
        mailed(customer, number);
        new EventfulOrderAct(story, stage, mails).play(customer);
        return services;
    }

    /** A service that is ordered, named, and not installed. */
    String pendingService(Stage.Customer customer) {
        var number = submitted(customer);
        return story.await(
                        "the acknowledgement of " + number,
                        () -> Optional.of(customer.admin().get("/api/v1/orders/" + number))
                                .filter(answer -> answer.text("/state").equals("acknowledged")))
                .text("/items/0/serviceId");
    }

    private String submitted(Stage.Customer customer) {
        var number = customer.admin()
                .post("/api/v1/orders", order(customer))
                .expect(201)
                .text("/orderNumber");
        var path = "/api/v1/orders/" + number;
        customer.admin().post(path + "/requirements-confirmation", Map.of()).expect(200);
        customer.admin().post(path + "/submit", Map.of(), UUID.randomUUID()).expect(200);
        return number;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(stage.now(), ZONE);
    }

    private String submit(Stage.Customer customer) {
        var buyer = customer.admin();
        var order = buyer.post("/api/v1/orders", order(customer)).expect(201);
        var number = order.text("/orderNumber");
        var path = "/api/v1/orders/" + number;
        var early = buyer.post(path + "/submit", Map.of(), UUID.randomUUID());
        story.same("before its requirements are confirmed it cannot be submitted", 409, early.status());
        buyer.post(path + "/requirements-confirmation", Map.of()).expect(200);
        var key = UUID.randomUUID();
        var first = buyer.post(path + "/submit", Map.of(), key).expect(200);
        var second = buyer.post(path + "/submit", Map.of(), key).expect(200);
        story.prove(
                "submitted twice with one key, it is one order", first.json().equals(second.json()), number);
        return number;
    }

    private Map<String, Object> order(Stage.Customer customer) {
        return Map.of(
                "accountId",
                customer.account(),
                "externalId",
                "PO-2026-17",
                "requestedDate",
                Map.of("kind", "FIRM_DATE", "date", today().toString()),
                "contact",
                Map.of("name", "Ada Buyer", "email", customer.orderContact(), "phone", "+1 312 555 0199"),
                "items",
                List.of(
                        item("hq", site(customer.admin(), "Chicago"), "ETHERNET_1G"),
                        item("plant", site(customer.admin(), "Denver"), "ETHERNET_100M")));
    }

    private static Map<String, Object> item(String id, String site, String product) {
        return Map.of("itemId", id, "productCode", product, "siteId", site, "termMonths", 36);
    }

    static String site(Caller buyer, String city) {
        return buyer.post(
                        "/api/v1/sites",
                        Map.of(
                                "name",
                                city + " office",
                                "street",
                                "1 Main St",
                                "city",
                                city,
                                "state",
                                city.equals("Chicago") ? "IL" : "CO",
                                "postalCode",
                                "60601",
                                "country",
                                "US"))
                .expect(201)
                .text("/siteId");
    }

    private void acknowledged(Stage.Customer customer, String number) {
        var buyer = customer.admin();
        var order = story.await(
                "the acknowledgement of " + number,
                () -> Optional.of(buyer.get("/api/v1/orders/" + number))
                        .filter(answer -> answer.text("/state").equals("acknowledged")));
        var letter = buyer.get("/api/v1/orders/" + number + "/acknowledgement").expect(200);
        var manager = letter.json().path("customerCareManager");
        story.prove(
                "the letter names the customer care manager in full",
                List.of("name", "phone", "email").stream()
                        .noneMatch(field -> manager.path(field).asString("").isBlank()),
                "%s, %s, %s"
                        .formatted(
                                manager.path("name").asString(),
                                manager.path("phone").asString(),
                                manager.path("email").asString()));
        story.prove(
                "each item has its service id already",
                order.json().path("items").valueStream().allMatch(item -> item.has("serviceId")),
                order.text("/items/0/serviceId") + ", " + order.text("/items/1/serviceId"));
    }

    private void deliver(Stage.Customer customer, String number) {
        var manager = stage.staff(Cast.CCM).on(customer.enterprise());
        var path = "/api/v1/orders/" + number;
        var early = customer.admin().post(path + "/acceptance", Map.of("decision", "ACCEPTED"));
        story.same("it cannot be accepted before the connection notice", 409, early.status());
        manager.post(path + "/milestones/CCD_SET", Map.of("date", today().toString()))
                .expect(200);
        for (var code :
                List.of("DESIGN_COMPLETE", "INSTALL_COMPLETE", "TEST_AND_TURN_UP_PASSED", "CONNECTION_NOTICE_SENT")) {
            manager.post(path + "/milestones/" + code, Map.of("note", "Demo")).expect(200);
        }
    }

    private List<JsonNode> accept(Stage.Customer customer, String number) {
        var buyer = customer.admin();
        var path = "/api/v1/orders/" + number;
        Answer done =
                buyer.post(path + "/acceptance", Map.of("decision", "ACCEPTED")).expect(200);
        story.same("accepted, the order is", "completed", done.text("/state"));
        var timeline =
                buyer.get(path + "/timeline?limit=100").expect(200).json().path("items");
        story.prove(
                "the timeline tells all of it", timeline.size() >= KEY_MILESTONES.size(), timeline.size() + " entries");
        var services = buyer.get("/api/v1/services?orderNumber=" + number)
                .expect(200)
                .json()
                .path("items");
        story.same("installed services", 2, services.size());
        return services.valueStream().toList();
    }

    private void mailed(Stage.Customer customer, String number) {
        var acknowledgement = story.await(
                "the mailed letter",
                () -> mails.newest(customer.orderContact(), "acknowledg")
                        .filter(mail -> mail.body().contains(number)));
        story.prove("the letter was mailed", true, acknowledgement.text("/subject"));
        var told = story.await(
                "a mail for each key milestone",
                () -> Optional.of(subjects(customer, number))
                        .filter(subjects -> subjects.size() >= KEY_MILESTONES.size()));
        story.same(
                "key milestones that were reached",
                KEY_MILESTONES.size(),
                Set.copyOf(told).size());
        story.same("each was mailed once", KEY_MILESTONES.size(), told.size());
    }

    private List<String> subjects(Stage.Customer customer, String number) {
        return mails.to(customer.orderContact(), number).stream()
                .map(mail -> mail.path("subject").asString())
                .toList();
    }

    static Instant instant(Answer answer, String pointer) {
        return Instant.parse(answer.text(pointer));
    }
}
