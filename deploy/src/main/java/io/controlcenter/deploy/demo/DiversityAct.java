package io.controlcenter.deploy.demo;

import io.controlcenter.deploy.http.Answer;
import io.controlcenter.deploy.http.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two circuits back each other up: work on the second in the night of the first is found, told, and moved. */
final class DiversityAct {

    private static final String GROUP = "Northwind uplinks";
    private final Story story;
    private final Stage stage;
    private final MailClient mails;

    DiversityAct(Story story, Stage stage, MailClient mails) {
        this.story = story;
        this.stage = stage;
        this.mails = mails;
    }

    /**
     * @param administrator where the notices go
     * @param gcr a scheduled maintenance that hits the service
     */
    void play(Stage.Customer customer, String administrator, String service, String gcr) {
        story.step("Work on the diverse circuit in the same night is a conflict, and one call asks for another time");
        var buyer = customer.admin();
        var order = buyer.get("/api/v1/services/" + service).expect(200).text("/orderNumber");
        var other = buyer.get("/api/v1/services?orderNumber=" + order)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("serviceId").asString())
                .filter(id -> !id.equals(service))
                .findFirst()
                .orElseThrow();
        buyer.post("/api/v1/diverse-groups", Map.of("name", GROUP, "serviceIds", List.of(service, other)))
                .expect(201);
        var window = buyer.get("/api/v1/gcrs/" + gcr).expect(200);
        var second = work(other, window);
        var conflict = story.await(
                "the conflict",
                () -> Optional.of(buyer.get("/api/v1/gcrs/conflicts?state=OPEN"))
                        .filter(answer -> answer.body().contains(second)));
        var id = conflict.text("/items/0/conflictId");
        story.prove("it is found", conflict.body().contains(gcr), id + ", " + conflict.text("/items/0/kind"));
        var mail = story.await("the mail", () -> mails.newest(administrator, GROUP));
        story.prove("the customer is told by mail", true, mail.text("/subject"));
        var manager = stage.staff(Cast.CHANGE_MANAGER);
        var warned = manager.get("/api/v1/gcrs/" + second).expect(200);
        story.prove("the change manager is warned", warned.body().contains(id), warned.text("/warnings/0/code"));
        move(buyer, manager, id, second, window);
        var gone = story.await(
                "the end of the conflict",
                () -> Optional.of(buyer.get("/api/v1/gcrs/conflicts/" + id))
                        .filter(answer -> answer.text("/state").equals("RESOLVED")));
        story.same("moved, the conflict is", "RESOLVED", gone.text("/state"));
        feed(buyer, gcr);
    }

    private String work(String service, Answer window) {
        var manager = stage.staff(Cast.CHANGE_MANAGER);
        var impact = Map.of("serviceIds", List.of(service), "impact", "OUTAGE", "maxDurationMinutes", 30);
        var plan = Map.of(
                "designation", "STANDARD",
                "category", "SOFTWARE",
                "title", "Upgrade of an edge router",
                "reason", "Vendor security fix",
                "windows",
                        List.of(Map.of(
                                "start", window.text("/windows/0/start"),
                                "end", window.text("/windows/0/end"),
                                "timeZone", "America/Chicago")),
                "impacts", List.of(impact));
        var made = story.await(
                "maintenance to know " + service,
                () -> Optional.of(manager.post("/api/v1/gcrs", plan)).filter(answer -> answer.status() == 201));
        var number = made.text("/gcrNumber");
        manager.post("/api/v1/gcrs/" + number + "/confirm", Map.of()).expect(200);
        return number;
    }

    private void move(Caller buyer, Caller manager, String conflict, String gcr, Answer window) {
        var asked = story.await(
                "maintenance to know whom to answer",
                () -> Optional.of(buyer.post(
                                "/api/v1/gcrs/conflicts/" + conflict + "/reschedule-request", Map.of("gcrNumber", gcr)))
                        .filter(answer -> answer.status() == 201));
        story.prove(
                "one call makes the inquiry",
                true,
                asked.text("/inquiryNumber") + ", due " + asked.text("/clock/dueAt"));
        var inquiry = "/api/v1/inquiries/" + asked.text("/inquiryNumber");
        manager.post(inquiry + "/answer", Map.of("text", "It moves by two days.", "decision", "ACCEPTED"))
                .expect(200);
        var later = Duration.ofDays(2);
        manager.post(
                        "/api/v1/gcrs/" + gcr + "/reschedule",
                        Map.of(
                                "reason",
                                "diversity",
                                "windows",
                                List.of(Map.of(
                                        "windowId",
                                        gcr + "-1",
                                        "start",
                                        OrderAct.instant(window, "/windows/0/start")
                                                .plus(later)
                                                .toString(),
                                        "end",
                                        OrderAct.instant(window, "/windows/0/end")
                                                .plus(later)
                                                .toString(),
                                        "timeZone",
                                        "America/Chicago"))))
                .expect(200);
    }

    /** A calendar program has no token; the address is the secret. */
    private void feed(Caller buyer, String gcr) {
        var made = buyer.post("/api/v1/gcrs/calendar-feeds", Map.of("label", "Demo"))
                .expect(201);
        var path = made.text("/url").substring(made.text("/url").indexOf("/api/"));
        var calendar = story.await(
                "the feed", () -> Optional.of(stage.nobody().get(path)).filter(answer -> answer.status() == 200));
        story.prove(
                "a calendar program reads the feed without a token",
                calendar.body().contains("X-MAINTNOTE-MAINTENANCE-ID:" + gcr),
                "MAINTNOTE of " + gcr);
        buyer.send("DELETE", "/api/v1/gcrs/calendar-feeds/" + made.text("/feedId"), null, Map.of())
                .expect(204);
        story.same("revoked, it is gone", 404, stage.nobody().get(path).status());
    }
}
