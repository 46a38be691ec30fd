package io.controlcenter.deploy.demo;

import io.controlcenter.deploy.http.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One night: reminder, start, a ticket that finds its maintenance and follows it, overrun, end, and what earns a credit. */
final class NightAct {

    private static final Duration LATE = Duration.ofMinutes(50);
    private final Story story;
    private final Stage stage;
    private final MailClient mails;

    NightAct(Story story, Stage stage, MailClient mails) {
        this.story = story;
        this.stage = stage;
        this.mails = mails;
    }

    /**
     * @param administrator where the notices go
     * @param gcr a scheduled maintenance that hits the service
     */
    void play(Stage.Customer customer, String administrator, String service, String gcr) {
        story.step("One night: the maintenance is reminded of, begins, overruns and ends, and a ticket follows it");
        var window = customer.admin().get("/api/v1/gcrs/" + gcr).expect(200);
        var start = OrderAct.instant(window, "/windows/0/start");
        var end = OrderAct.instant(window, "/windows/0/end");
        moveTo(start.minus(Duration.ofHours(23)));
        var reminder = story.await(
                "the reminder",
                () -> mails.to(administrator, gcr).stream()
                        .filter(mail -> mail.path("subject")
                                .asString()
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains("remind"))
                        .findFirst());
        story.prove(
                "the day before, the customer is reminded",
                true,
                reminder.path("subject").asString());
        moveTo(start);
        var manager = stage.staff(Cast.CHANGE_MANAGER);
        manager.post("/api/v1/gcrs/" + gcr + "/start", Map.of()).expect(200);
        var path = ticket(customer, service, gcr);
        moveTo(end.plus(LATE));
        story.await(
                "the overrun",
                () -> Optional.of(customer.admin().get(path))
                        .filter(ticket -> ticket.text("/clock/pausedBecause").isEmpty()));
        story.prove(
                "the window has passed and the work has not: from then on the time counts",
                true,
                customer.admin().get(path).text("/clock/remaining") + " left");
        manager.post("/api/v1/gcrs/" + gcr + "/complete", Map.of()).expect(200);
        over(customer, path);
    }

    private void moveTo(Instant to) {
        var by = Duration.between(stage.now(), to);
        if (by.isPositive()) {
            stage.staff(Cast.OPERATOR.username())
                    .post(
                            "/api/v1/sandbox/clock/advance",
                            Map.of(
                                    "by",
                                    by.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                                            .toString()))
                    .expect(200);
            story.tell("the clock says " + stage.now());
        }
    }

    /** Finds out before anything is opened, and links instead of having it worked on. */
    private String ticket(Stage.Customer customer, String service, String gcr) {
        var offered = story.await(
                "repair to know of the start",
                () -> Optional.of(open(customer, "?dryRun=true", report(customer, service)))
                        .filter(answer ->
                                answer.text("/relatedMaintenance/0/state").equals("inProgress")));
        story.same("a dry run names what explains the trouble", gcr, offered.text("/linkOffers/0/id"));
        var body = new java.util.HashMap<>(report(customer, service));
        body.put("linkTo", Map.of("type", "MAINTENANCE", "id", gcr));
        var opened = open(customer, "", body).expect(201);
        story.prove(
                "linked, its clock stands still and says why",
                opened.text("/clock/pausedBecause").contains(gcr),
                opened.text("/clock/pausedBecause"));
        return opened.text("/href");
    }

    private static Map<String, Object> report(Stage.Customer customer, String service) {
        return Map.of(
                "serviceId",
                service,
                "description",
                "No light since midnight",
                "observedImpact",
                "DOWN",
                "contacts",
                List.of(Map.of("role", "REPORTER", "name", "Nora Network", "email", customer.orderContact())));
    }

    private static Answer open(Stage.Customer customer, String query, Map<String, Object> report) {
        return customer.admin().post("/api/v1/tickets" + query, report, UUID.randomUUID());
    }

    private void over(Stage.Customer customer, String path) {
        var resolved = story.await(
                "the end of the maintenance",
                () -> Optional.of(customer.admin().get(path))
                        .filter(ticket -> ticket.text("/state").equals("resolved")));
        story.same("with the maintenance the ticket is resolved", "PLANNED_WORK", resolved.text("/rootCause/code"));
        var number = resolved.text("/ticketNumber");
        var mail = story.await("the question whether it works", () -> mails.newest(customer.orderContact(), number));
        story.prove("the customer is asked to confirm", true, mail.text("/subject"));
        var closed = customer.admin().post(path + "/close", Map.of()).expect(200);
        var counted = Duration.parse(closed.text("/clock/elapsed"));
        story.prove(
                "only what overran counts, and is what billing hears of",
                counted.compareTo(LATE.minusMinutes(1)) >= 0 && counted.compareTo(LATE.plusMinutes(10)) < 0,
                counted.toMinutes() + " minutes");
        credited(customer, number);
    }

    /** Nobody has to claim it: billing hears of the minutes and proposes, and a coordinator decides. */
    private void credited(Stage.Customer customer, String ticket) {
        var coordinator = stage.staff(Cast.BILLING_COORDINATOR);
        var proposals = story.await(
                "the proposal of a credit",
                () -> Optional.of(coordinator.get("/api/v1/outage-credits?ticketNumber=" + ticket))
                        .filter(answer -> !answer.text("/items/0/href").isEmpty()));
        story.prove(
                "billing proposes a credit for them by itself",
                true,
                "%s minutes of %s a month: %s"
                        .formatted(
                                proposals.text("/items/0/minutes"),
                                proposals.text("/items/0/monthlyAmount/amount"),
                                proposals.text("/items/0/amount/amount")));
        var proposal = proposals.text("/items/0/href");
        coordinator
                .post(proposal + "/approval", Map.of("text", "The work overran its window"), UUID.randomUUID())
                .expect(200);
        story.same(
                "a coordinator puts it on the next invoice, and the customer sees it",
                "APPROVED",
                customer.admin().get(proposal).text("/state"));
    }
}
