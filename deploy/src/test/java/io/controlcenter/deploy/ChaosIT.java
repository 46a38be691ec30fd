package io.controlcenter.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.deploy.demo.Cast;
import io.controlcenter.deploy.http.Answer;
import io.controlcenter.deploy.http.Caller;
import io.controlcenter.deploy.inbox.CaughtMail;
import io.controlcenter.deploy.platform.App;
import io.controlcenter.deploy.platform.LocalPlatform;
import io.controlcenter.deploy.platform.Ports;
import io.controlcenter.deploy.platform.Secrets;
import io.controlcenter.deploy.platform.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Every process of the platform is killed while orders go on, one after the other; each comes back by itself. Afterwards
 * no order, event, invoice or mail is lost or doubled.
 */
@ExtendWith(RunningPlatform.One.class)
@Order(1) // it counts what there is
class ChaosIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String CONTACT = "chaos@acme.example";

    private final RunningPlatform running;
    private final LocalPlatform platform;
    private final Ports ports;
    private final Secrets secrets;

    ChaosIT(RunningPlatform running) {
        this.running = running;
        this.platform = running.platform();
        this.ports = running.ports();
        this.secrets = running.secrets();
    }

    @Test
    void whatever_is_killed_nothing_is_lost_or_doubled() throws Exception {
        var buyer = running.person(Cast.ACME_ADMIN);
        var first = buyer.get("/api/v1/billing-accounts").expect(200);
        var account = first.text("/items/0/accountId");
        var enterprise = first.text("/items/0/enterpriseId");
        creditIsNoObstacle(today(buyer));
        var traffic = new Traffic(buyer, running.person(Cast.CCM).on(enterprise), account, CONTACT, today(buyer));
        var orders = Thread.ofVirtual().start(traffic);
        for (var app : App.values()) {
            platform.kill(app);
            platform.awaitReady(app);
            awaitOneMore(traffic);
        }
        platform.killKafka();
        awaitOneMore(traffic);
        platform.killPostgres();
        awaitOneMore(traffic);
        traffic.stop();
        orders.join(PATIENCE);
        var accepted = traffic.accepted();
        // what is accepted before a cycle and heard of after its bill run stands on the next bill; here all is heard
        // before
        new CatchingUp(ports, secrets).await();
        bill(buyer);
        ordersAreThereOnce(buyer, accepted);
        servicesAreBilledOnce(buyer, account, accepted);
        mailsWentOutOnce(accepted, first.text("/items/0/billingContact/email"));
        nothingIsStuck();
    }

    /** A quick machine orders more than an account may without a credit application. */
    private void creditIsNoObstacle(LocalDate today) {
        running.operator()
                .post(
                        "/api/v1/credit-policy",
                        Map.of(
                                "effectiveFrom",
                                today.toString(),
                                "monthlyThreshold",
                                "1000000000.00",
                                "currency",
                                "USD",
                                "validityMonths",
                                12))
                .expect(201);
    }

    private static LocalDate today(Caller caller) {
        var now = Instant.parse(caller.get("/api/v1/sandbox/clock").expect(200).text("/now"));
        return LocalDate.ofInstant(now, ZoneId.of("America/Chicago"));
    }

    private static void awaitOneMore(Traffic traffic) throws InterruptedException {
        int before = traffic.accepted().size();
        Waiting.until("traffic after a kill", PATIENCE, () -> traffic.accepted().size() > before);
    }

    /** The bill run and the mails of it are interrupted too. */
    private void bill(Caller buyer) throws InterruptedException {
        buyer.post("/api/v1/sandbox/clock/advance", Map.of("by", "P1M")).expect(200);
        platform.kill(App.BILLING);
        platform.kill(App.NOTIFICATION);
        platform.awaitReady(App.BILLING);
        platform.awaitReady(App.NOTIFICATION);
    }

    private static void ordersAreThereOnce(Caller buyer, List<String> accepted) {
        var orders = all(buyer, "/api/v1/orders?limit=100");
        assertThat(orders)
                .extracting(order -> order.path("orderNumber").asString())
                .containsAll(accepted);
        assertThat(orders)
                .extracting(order -> order.path("externalId").asString())
                .as("an order that was sent again is the same order")
                .doesNotHaveDuplicates();
    }

    private void servicesAreBilledOnce(Caller buyer, String account, List<String> accepted)
            throws InterruptedException {
        var installed = all(buyer, "/api/v1/services?limit=100").stream()
                .map(service -> service.path("serviceId").asString())
                .toList();
        assertThat(installed).hasSize(accepted.size()).doesNotHaveDuplicates();
        var path = "/api/v1/invoices?accountId=" + account;
        Waiting.until("the invoice", PATIENCE, () -> !all(buyer, path).isEmpty());
        var invoices = all(buyer, path);
        assertThat(invoices).as("one invoice for the account and cycle").hasSize(1);
        var lines = all(buyer, invoices.getFirst().path("href").asString() + "/lines?limit=100");
        var installations = lines.stream()
                .filter(line -> line.path("type").asString().equals("NON_RECURRING"))
                .map(line -> line.at("/provenance/service/serviceId").asString())
                .toList();
        assertThat(installations).containsExactlyInAnyOrderElementsOf(installed);
    }

    /** A process that was killed between sending and noting it sends again, under the same Message-ID: one mail. */
    private void mailsWentOutOnce(List<String> accepted, String payer) throws InterruptedException {
        var store = platform.inbox().store();
        for (var number : accepted) {
            Waiting.until("the letter of " + number, PATIENCE, () -> letters(store.to(CONTACT), number) == 1);
        }
        Waiting.until("one bill-ready mail", PATIENCE, () -> bills(store.to(payer)) == 1);
        assertThat(accepted)
                .allSatisfy(number -> assertThat(letters(store.to(CONTACT), number))
                        .as("letters of %s", number)
                        .isEqualTo(1));
    }

    private static long letters(List<CaughtMail> mails, String number) {
        return mails.stream()
                .filter(mail ->
                        mail.subject().contains(number) && mail.subject().contains("acknowledg"))
                .map(CaughtMail::messageId)
                .distinct()
                .count();
    }

    private static long bills(List<CaughtMail> mails) {
        return mails.stream()
                .filter(mail -> mail.subject().contains("INV-"))
                .map(CaughtMail::messageId)
                .distinct()
                .count();
    }

    private void nothingIsStuck() {
        var operator = running.operator();
        for (var app : App.values()) {
            if (app != App.GATEWAY) {
                var waiting = all(operator, "/api/v1/operations/" + app.context() + "/dead-letters?state=WAITING");
                assertThat(waiting).as("dead letters of %s", app).isEmpty();
            }
        }
    }

    private static List<JsonNode> all(Caller caller, String path) {
        var items = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = page(caller, path, cursor);
            items.addAll(page.json().path("items").valueStream().toList());
            cursor = page.text("/nextCursor");
        } while (!cursor.isEmpty());
        return items;
    }

    /** A breaker may still be open for a service that is back already. */
    private static Answer page(Caller caller, String path, String cursor) {
        var next = cursor.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + "cursor=" + cursor;
        return Persistence.until(Set.of(200), () -> caller.get(next));
    }
}
