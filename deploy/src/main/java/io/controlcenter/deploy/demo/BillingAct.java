package io.controlcenter.deploy.demo;

import io.controlcenter.deploy.http.Answer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The clock moves over the cycle boundary, and the bill explains itself. */
final class BillingAct {

    private final Story story;
    private final Stage stage;
    private final MailClient mails;

    BillingAct(Story story, Stage stage, MailClient mails) {
        this.story = story;
        this.stage = stage;
        this.mails = mails;
    }

    /** @return the number of the invoice */
    String play(EnterpriseAct.Made made, List<JsonNode> services) {
        story.step("The clock moves over the cycle boundary: one invoice, prorated from the acceptance date");
        var customer = made.customer();
        var operator = stage.staff(Cast.OPERATOR.username());
        var moved = operator.post("/api/v1/sandbox/clock/advance", Map.of("by", "P1M"))
                .expect(200);
        story.prove("the business clock of the whole platform moved", true, moved.text("/now"));
        var path = "/api/v1/invoices?accountId=" + customer.account();
        var list = story.await(
                "the invoice",
                () -> Optional.of(customer.admin().get(path))
                        .filter(answer -> answer.status() == 200
                                && !answer.json().path("items").isEmpty()));
        story.same("invoices of the account", 1, list.json().path("items").size());
        var number = list.text("/items/0/invoiceNumber");
        lines(customer, number, services);
        mail(made, number);
        return number;
    }

    private void lines(Stage.Customer customer, String number, List<JsonNode> services) {
        var invoice = customer.admin().get("/api/v1/invoices/" + number).expect(200);
        story.prove("it has a number of its year", number.matches("INV-\\d{4}-\\d{6}"), number);
        var lines = customer.admin()
                .get("/api/v1/invoices/" + number + "/lines?limit=100")
                .expect(200)
                .json()
                .path("items");
        var sum = lines.valueStream()
                .map(line -> money(line, "/netAmount/amount"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        story.same("its lines add up to the amount due", money(invoice.json(), "/totals/amountDue/amount"), sum);
        for (var service : services) {
            partial(service, lines);
        }
        var first = lines.valueStream()
                .filter(line -> line.has("proration"))
                .findFirst()
                .orElseThrow();
        story.tell("a line says how it was calculated: " + first.path("proration"));
        story.tell("and where it comes from: " + first.path("provenance"));
    }

    /** The month of acceptance by days, counted here by hand. */
    private void partial(JsonNode service, JsonNode lines) {
        var id = service.path("serviceId").asString();
        var start = LocalDate.parse(service.path("commencementDate").asString());
        var monthly = new BigDecimal(service.at("/monthlyRecurring/amount").asString());
        var days = start.lengthOfMonth() - start.getDayOfMonth() + 1;
        var expected = monthly.multiply(BigDecimal.valueOf(days))
                .divide(BigDecimal.valueOf(start.lengthOfMonth()), 2, RoundingMode.HALF_UP);
        var own =
                lines.valueStream().filter(line -> line.toString().contains(id)).toList();
        var inMonth = own.stream()
                .filter(line -> line.at("/coverage/start").asString().equals(start.toString()))
                .filter(line -> !line.path("type").asString().equals("NON_RECURRING"))
                .findFirst()
                .orElseThrow(() -> new Story.Disproved("no line of " + id + " begins on " + start));
        story.same(
                "%s: %d of %d days of %s".formatted(id, days, start.lengthOfMonth(), monthly),
                expected,
                money(inMonth, "/netAmount/amount"));
        var types = own.stream().map(line -> line.path("type").asString()).toList();
        story.prove("with the next month in advance and the installation", types.size() >= 3, types);
    }

    private static BigDecimal money(JsonNode node, String pointer) {
        return new BigDecimal(node.at(pointer).asString());
    }

    private void mail(EnterpriseAct.Made made, String number) {
        story.step("The bill-ready mail, and who may read the invoice");
        var address = made.biller().get("/api/v1/me").expect(200).text("/email");
        Answer mail = story.await("the bill-ready mail", () -> mails.newest(address, number));
        story.prove("it arrived", true, mail.text("/subject"));
        var view = stage.gateway() + "/portal/invoices/" + number;
        story.prove(
                "with a link to view and one to pay",
                mail.text("/text").contains(view) && mail.text("/text").contains(view + "#pay"),
                view);
        var path = "/api/v1/invoices/" + number;
        story.same(
                "who has BILLING_VIEW on the account reads it",
                200,
                made.biller().get(path).status());
        story.same(
                "who lacks the permission does not",
                403,
                made.restricted().get(path).status());
        var stranger = stage.staff(Cast.GLOBEX_ADMIN);
        story.same(
                "and for another enterprise it does not exist",
                404,
                stranger.get(path).status());
        var foreign = made.biller()
                .get("/api/v1/invoices?accountId=" + made.customer().otherAccount());
        story.same("an account that is not assigned is refused", 403, foreign.status());
    }
}
