package io.controlcenter.notification.messages;

import static io.controlcenter.notification.NotificationPlatform.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.notification.MailServer;
import io.controlcenter.notification.NotificationPlatform;
import io.controlcenter.notification.NotificationPlatform.Tenant;
import io.controlcenter.notification.NotificationServiceTest;
import io.controlcenter.notification.Told;
import io.controlcenter.platform.test.Events;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is told of payments, of bills that are late, and of billing requests. */
@NotificationServiceTest
class MoneyNotificationsIT {

    @Autowired
    private NotificationPlatform platform;

    @Autowired
    private Events events;

    private static String payment(Tenant tenant, String payment, String reason) {
        return """
                {"paymentId":"%s","accountId":"%s","method":"CARD","amount":{"amount":"2050.00","currency":"USD"},
                 "receivedAt":null,"applications":[],"failureReason":"%s","receiptNumber":null,"by":"Ada"}""".formatted(payment, tenant.accountA(), reason);
    }

    private static String pastDue(Tenant tenant, String invoice, int step) {
        return """
                {"invoiceNumber":"%s","accountId":"%s","dueDate":"2026-05-31",
                 "amountDue":{"amount":"2050.00","currency":"USD"},"undisputedDue":{"amount":"1850.00","currency":"USD"},
                 "disputedAmount":{"amount":"200.00","currency":"USD"},"daysPastDue":1,"dunningStep":%d,
                 "at":"2026-06-01T05:00:00Z"}""".formatted(invoice, tenant.accountA(), step);
    }

    private static String request(Tenant tenant, String number, String state, String from, String outcome) {
        return """
                {"requestNumber":"%s","accountId":"%s","type":"DISPUTE","subtype":"INCORRECT_CHARGE","channel":"PORTAL",
                 "invoiceNumber":"INV-2026-000001","state":"%s","displayStatus":"Active","from":%s,
                 "ackDueAt":"2026-06-04T15:00:00Z","coordinator":null,
                 "contact":{"name":"Ada Buyer","email":"%s","phone":null},
                 "disputedAmount":{"amount":"200.00","currency":"USD"},
                 "creditAmount":%s,"outcome":%s,"text":"You are right.","at":"2026-06-01T15:00:00Z"}""".formatted(
                        number,
                        tenant.accountA(),
                        state,
                        from,
                        tenant.mail("contact"),
                        outcome.equals("null") ? "null" : "{\"amount\":\"200.00\",\"currency\":\"USD\"}",
                        outcome);
    }

    private void tell(Tenant tenant, String topic, String type, String key, long version, String data) {
        events.send(topic, type, key, tenant.enterprise(), version, data);
    }

    @Test
    void a_bill_that_is_late_reaches_the_billing_contact_once_per_reminder() throws Exception {
        var tenant = platform.tenant();
        var invoice = Told.number("INV-2026-00");
        var id = UUID.randomUUID();
        var first = pastDue(tenant, invoice, 1);
        var type = "billing.invoice.past-due.v1";
        events.send(id, "billing.invoice.v1", type, invoice, tenant.enterprise(), 3, first);
        events.send(id, "billing.invoice.v1", type, invoice, tenant.enterprise(), 3, first);
        tell(tenant, "billing.invoice.v1", type, invoice, 3, first);
        tell(tenant, "billing.invoice.v1", type, invoice, 4, "{\"invoiceNumber\":1");
        tell(tenant, "billing.invoice.v1", type, invoice, 5, pastDue(tenant, invoice, 2));
        var mail = MailServer.await(tenant.mail("payer"), "PAST_DUE");
        assertThat(mail.subject()).isEqualTo("Bill %s is past due: please pay USD 1,850.00".formatted(invoice));
        assertThat(mail.html()).contains(invoice + "#pay", "USD 200.00");
        await(
                "two reminders",
                () -> MailServer.mails(tenant.mail("payer"), "PAST_DUE").size() == 2);
        assertThat(platform.count("message", "aggregate_id", invoice)).isEqualTo(2);
    }

    @Test
    void a_payment_that_failed_is_told_to_those_who_may_see_the_account() throws Exception {
        var tenant = platform.tenant();
        platform.member(tenant, "payables", List.of("BILLING_VIEW"), tenant.accountA());
        platform.member(tenant, "elsewhere", List.of("BILLING_VIEW"), tenant.accountB());
        var payment = Told.number("PAY-");
        tell(
                tenant,
                "billing.payment.v1",
                "billing.payment.failed.v1",
                payment,
                2,
                payment(tenant, payment, "The bank declined it."));
        var mail = MailServer.await(tenant.mail("payables"), "PAYMENT_FAILED");
        assertThat(mail.text()).contains("Nothing was taken", "The bank declined it.", "USD 2,050.00");
        await(
                "settled",
                () -> platform.states(payment)
                        .equals(Set.of(
                                tenant.user("payables") + " PAYMENT_FAILED delivered",
                                tenant.mail("payables") + " PAYMENT_FAILED sent")));
    }

    @Test
    void whoever_disputes_is_told_of_each_step_once() throws Exception {
        var tenant = platform.tenant();
        var number = Told.number("BRQ-");
        var topic = "billing.request.v1";
        var changed = "billing.request.state-changed.v1";
        tell(tenant, topic, changed, number, 2, request(tenant, number, "acknowledged", "\"received\"", "null"));
        tell(
                tenant,
                topic,
                "billing.request.acknowledged.v1",
                number,
                2,
                request(tenant, number, "acknowledged", "null", "null"));
        tell(tenant, topic, changed, number, 4, request(tenant, number, "researching", "\"processing\"", "null"));
        tell(tenant, topic, changed, number, 5, request(tenant, number, "resolved", "\"researching\"", "\"UPHELD\""));
        tell(
                tenant,
                topic,
                "billing.dispute.resolved.v1",
                number,
                5,
                request(tenant, number, "resolved", "null", "\"UPHELD\""));
        var resolved = MailServer.await(tenant.mail("contact"), "DISPUTE_RESOLVED");
        assertThat(resolved.subject()).isEqualTo("Billing request %s: your dispute is upheld".formatted(number));
        assertThat(resolved.text()).contains("USD 200.00", "You are right.");
        MailServer.await(tenant.mail("contact"), "BILLING_REQUEST_ACKNOWLEDGED");
        MailServer.await(tenant.mail("contact"), "BILLING_REQUEST_UPDATED");
        assertThat(platform.count("message", "aggregate_id", number)).isEqualTo(3);
    }
}
