package io.controlcenter.notification.messages;

import static io.controlcenter.notification.NotificationPlatform.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.notification.MailServer;
import io.controlcenter.notification.NotificationPlatform;
import io.controlcenter.notification.NotificationPlatform.Tenant;
import io.controlcenter.notification.NotificationServiceTest;
import io.controlcenter.notification.Told;
import io.controlcenter.platform.test.Events;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What changes about an order, from the event to the mail: once, whatever Kafka does. */
@NotificationServiceTest
class OrderNewsIT {

    private static final String TOPIC = "order.order.v1";

    @Autowired
    private NotificationPlatform platform;

    @Autowired
    private Events events;

    private static String data(Tenant tenant, String order, String type) throws IOException {
        return Files.readString(Path.of("contracts", "events", "consumed", type + ".example.json"))
                .replace("O-10000001", order)
                .replace("A-1000001", tenant.accountA())
                .replace("ada@acme.example", tenant.mail("contact"));
    }

    @ParameterizedTest
    @CsvSource({
        "order.rejected.v1, ORDER_REJECTED, is rejected, There is no fibre at this site.",
        "order.date.changed.v1, ORDER_DATE_CHANGED, customer commit date is now, The building permit is late.",
        "order.jeopardy.raised.v1, ORDER_JEOPARDY, at risk, A second duct is pulled on 12 June.",
        "order.charge.created.v1, ORDER_CHARGE_APPROVAL, please approve a charge, USD 600.00",
        "order.charge.timed-out.v1, ORDER_CHARGE_CLOSED, was not answered in time, USD 600.00",
        "order.charge.withdrawn.v1, ORDER_CHARGE_CLOSED, is withdrawn, USD 600.00",
        "order.escalated.v1, ORDER_ESCALATED, is escalated, No answer for a week."
    })
    void it_is_told_once_to_the_contact(String type, String kind, String subject, String says) throws IOException {
        var tenant = platform.tenant();
        var order = Told.number("O-");
        var id = UUID.randomUUID();
        var data = data(tenant, order, type);
        events.send(id, TOPIC, type, order, tenant.enterprise(), 7, data);
        events.send(id, TOPIC, type, order, tenant.enterprise(), 7, data);
        events.send(TOPIC, type, order, tenant.enterprise(), 7, data);
        events.send(TOPIC, type, order, tenant.enterprise(), 8, "{\"orderNumber\":\"" + order + "\"}");
        var mail = MailServer.await(tenant.mail("contact"), kind);
        assertThat(mail.subject()).contains(order, subject);
        for (var body : new String[] {mail.html(), mail.text()}) {
            assertThat(body).contains(says, "http://localhost:8080/portal/orders/" + order);
        }
        await("set aside", () -> platform.count("dead_letter", "key", order) == 1);
        assertThat(MailServer.mails(tenant.mail("contact"), kind)).hasSize(1);
    }

    @Test
    void what_follows_from_another_date_is_not_told_again() throws IOException {
        var tenant = platform.tenant();
        var order = Told.number("O-");
        var ccd = data(tenant, order, "order.date.changed.v1");
        events.send(
                TOPIC, "order.date.changed.v1", order, tenant.enterprise(), 7, ccd.replace("\"CCD\"", "\"REQUESTED\""));
        events.send(TOPIC, "order.date.changed.v1", order, tenant.enterprise(), 7, ccd);
        MailServer.await(tenant.mail("contact"), "ORDER_DATE_CHANGED");
        assertThat(MailServer.mails(tenant.mail("contact"), "ORDER_DATE_CHANGED"))
                .hasSize(1);
    }

    @Test
    void a_note_goes_to_the_other_side() throws IOException {
        var tenant = platform.tenant();
        var order = Told.number("O-");
        var ours = data(tenant, order, "order.note.added.v1").replace("\"CUSTOMER\"", "\"PROVIDER\"");
        var theirs = ours.replace("\"PROVIDER\"", "\"CUSTOMER\"").replace("ccm@provider", order + "@provider");
        events.send(TOPIC, "order.note.added.v1", order, tenant.enterprise(), 7, ours);
        events.send(TOPIC, "order.note.added.v1", order, tenant.enterprise(), 8, theirs);
        assertThat(MailServer.await(tenant.mail("contact"), "ORDER_NOTE").subject())
                .contains(order);
        assertThat(MailServer.await(order.toLowerCase(Locale.ROOT) + "@provider.example", "ORDER_NOTE")
                        .subject())
                .contains(order);
        assertThat(MailServer.mails(tenant.mail("contact"), "ORDER_NOTE")).hasSize(1);
    }

    @Test
    void a_care_manager_is_reminded_of_each_contact_once_and_the_customer_of_none() throws IOException {
        var tenant = platform.tenant();
        var order = Told.number("O-");
        var next = data(tenant, order, "order.care-contact.due.v1").replace("ccm@provider", order + "@provider");
        var welcome = next.replaceAll("\"lastContactAt\": *\"[^\"]*\"", "\"lastContactAt\":null")
                .replace("2026-06-09", "2026-06-02");
        events.send(TOPIC, "order.care-contact.due.v1", order, tenant.enterprise(), 9, "{}");
        events.send(TOPIC, "order.care-contact.due.v1", order, tenant.enterprise(), 7, next);
        events.send(TOPIC, "order.care-contact.due.v1", order, tenant.enterprise(), 7, welcome);
        events.send(TOPIC, "order.care-contact.due.v1", order, tenant.enterprise(), 7, next);
        var address = order.toLowerCase(Locale.ROOT) + "@provider.example";
        await("both", () -> MailServer.mails(address, "CARE_CONTACT_DUE").size() == 2);
        await("set aside", () -> platform.count("dead_letter", "key", order) == 1);
        assertThat(MailServer.mails(address, "CARE_CONTACT_DUE"))
                .extracting(mail -> mail.getSubject())
                .anySatisfy(subject -> assertThat(subject).contains(order, "welcome the customer"))
                .anySatisfy(subject -> assertThat(subject).contains(order, "get in touch with the customer"));
        assertThat(MailServer.mails(tenant.mail("contact"), "CARE_CONTACT_DUE")).isEmpty();
    }

    @Test
    void a_connection_notice_says_until_when_it_can_be_answered() {
        var tenant = platform.tenant();
        var order = Told.number("O-");
        var data = Told.milestone(tenant, order, "CONNECTION_NOTICE_SENT", true)
                .replace("\"answerBy\":null", "\"answerBy\":\"2026-06-25T05:00:00Z\"");
        events.send(TOPIC, "order.milestone.reached.v1", order, tenant.enterprise(), 7, data);
        assertThat(MailServer.await(tenant.mail("contact"), "CONNECTION_NOTICE").text())
                .contains("Without an answer by Jun 25, 2026");
    }
}
