package io.controlcenter.deploy.demo;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Work on the network is announced to whom it hits, and to nobody else. */
final class MaintenanceAct {

    private final Story story;
    private final Stage stage;
    private final MailClient mails;

    MaintenanceAct(Story story, Stage stage, MailClient mails) {
        this.story = story;
        this.stage = stage;
        this.mails = mails;
    }

    String play(Stage.Customer customer, String administrator, String service) {
        story.step("A GCR for an installed service: confirmed, seen by that enterprise only, and mailed");
        var manager = stage.staff(Cast.CHANGE_MANAGER);
        var start = stage.now().truncatedTo(ChronoUnit.HOURS).plus(10, ChronoUnit.DAYS);
        var gcr = story.await(
                "maintenance to know " + service,
                () -> Optional.of(manager.post(
                                "/api/v1/gcrs",
                                Map.of(
                                        "designation", "STANDARD",
                                        "category", "FIBER",
                                        "title", "Splice work on the Chicago ring",
                                        "reason", "Repair of a damaged duct",
                                        "locations", List.of(Map.of("city", "Chicago", "state", "IL", "country", "US")),
                                        "windows",
                                                List.of(Map.of(
                                                        "start", start.toString(),
                                                        "end",
                                                                start.plus(4, ChronoUnit.HOURS)
                                                                        .toString(),
                                                        "timeZone", "America/Chicago")),
                                        "impacts",
                                                List.of(Map.of(
                                                        "serviceIds",
                                                        List.of(service),
                                                        "impact",
                                                        "OUTAGE",
                                                        "maxDurationMinutes",
                                                        60)))))
                        .filter(answer -> answer.status() == 201));
        var number = gcr.text("/gcrNumber");
        var path = "/api/v1/gcrs/" + number;
        story.same(
                "planned, the customer does not see it yet",
                404,
                customer.admin().get(path).status());
        manager.post(path + "/confirm", Map.of()).expect(200);
        story.same(
                "confirmed, it is",
                "scheduled",
                customer.admin().get(path).expect(200).text("/state"));
        story.same(
                "for another enterprise it does not exist",
                404,
                stage.staff(Cast.GLOBEX_ADMIN).get(path).status());
        var mail = story.await("the notice", () -> mails.newest(administrator, number));
        story.prove("the notice was mailed", true, mail.text("/subject"));
        story.prove(
                "with the calendar attached",
                mail.text("/attachments/0").endsWith(".ics"),
                mail.text("/attachments/0"));
        new DiversityAct(story, stage, mails).play(customer, administrator, service, number);
        return number;
    }
}
