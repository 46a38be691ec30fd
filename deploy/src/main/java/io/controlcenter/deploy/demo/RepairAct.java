package io.controlcenter.deploy.demo;

import io.controlcenter.deploy.http.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A ticket with one accountable technician, from report to the customer's check. */
final class RepairAct {

    private final Story story;
    private final Stage stage;
    private final MailClient mails;

    RepairAct(Story story, Stage stage, MailClient mails) {
        this.story = story;
        this.stage = stage;
        this.mails = mails;
    }

    /** @param service an installed one; pending is one that is ordered and not yet installed */
    String play(Stage.Customer customer, String service, String pending) {
        story.step("A repair ticket on an installed service, and one on a service that is not");
        var ticket = story.await(
                "repair to know " + service,
                () -> Optional.of(open(customer, service)).filter(answer -> answer.status() == 201));
        var number = ticket.text("/ticketNumber");
        story.prove("the ticket has its number at once", number.startsWith("T-"), number);
        work(customer, number);
        notInstalled(customer, pending);
        var mail = story.await("the mail of " + number, () -> mails.newest(customer.orderContact(), number));
        story.prove("the reporter was told by mail", true, mail.text("/subject"));
        return number;
    }

    private static Answer open(Stage.Customer customer, String service) {
        return customer.admin()
                .post(
                        "/api/v1/tickets",
                        Map.of(
                                "serviceId",
                                service,
                                "description",
                                "No light since this morning",
                                "observedImpact",
                                "DOWN",
                                "contacts",
                                List.of(Map.of(
                                        "role", "REPORTER",
                                        "name", "Nora Network",
                                        "email", customer.orderContact(),
                                        "phone", "+1 312 555 0198"))),
                        UUID.randomUUID());
    }

    private void work(Stage.Customer customer, String number) {
        var path = "/api/v1/tickets/" + number;
        var technician = stage.staff(Cast.TECHNICIAN).on(customer.enterprise());
        var assigned = story.await(
                "an accountable technician",
                () -> Optional.of(customer.admin().get(path))
                        .filter(answer -> !answer.text("/technician/name").isEmpty()));
        story.prove("one technician is accountable", true, assigned.text("/technician/name"));
        customer.admin()
                .post(path + "/notes", Map.of("text", "The rack is reachable all day."))
                .expect(201);
        technician.post(path + "/start", Map.of()).expect(200);
        technician
                .post(path + "/notes", Map.of("text", "Light level is low at the A end."))
                .expect(201);
        technician
                .post(path + "/notes", Map.of("text", "Splice 4 again, same vendor.", "internal", true))
                .expect(201);
        var seen =
                customer.admin().get(path + "/timeline?limit=100").expect(200).body();
        story.prove(
                "notes go both ways, and internal ones stay inside",
                seen.contains("Light level is low") && !seen.contains("Splice 4"),
                "2 public, 1 internal");
        story.same(
                "it cannot be closed while work goes on",
                409,
                customer.admin().post(path + "/close", Map.of()).status());
        var withoutCause = technician.post(path + "/resolve", Map.of("note", "Spliced."));
        story.same("it cannot be resolved without a root cause", 422, withoutCause.status());
        technician
                .post(
                        path + "/resolve",
                        Map.of(
                                "rootCause",
                                Map.of("code", "FIBER_CUT", "party", "PROVIDER", "text", "Splice 4"),
                                "note",
                                "Spliced and measured."))
                .expect(200);
        var closed = customer.admin().post(path + "/close", Map.of()).expect(200);
        story.same("after the customer's check it is", "closed", closed.text("/state"));
    }

    private void notInstalled(Stage.Customer customer, String pending) {
        var refused = story.await(
                "repair to know " + pending,
                () -> Optional.of(open(customer, pending)).filter(answer -> answer.status() == 422));
        story.prove(
                "on a service that is not installed it points to the order's care manager",
                refused.body().contains("ccm@provider.example"),
                refused.text("/code") + ", " + refused.text("/detail"));
    }
}
