package io.controlcenter.notification.messages;

import static io.controlcenter.notification.NotificationPlatform.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.notification.MailServer;
import io.controlcenter.notification.NotificationPlatform;
import io.controlcenter.notification.NotificationPlatform.Tenant;
import io.controlcenter.notification.NotificationServiceTest;
import io.controlcenter.notification.Told;
import io.controlcenter.platform.test.Events;
import jakarta.mail.Multipart;
import java.nio.charset.StandardCharsets;
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
                 "disputedAmount":{"amount":"216.50","currency":"USD"},
                 "disputedNetAmount":{"amount":"200.00","currency":"USD"},
                 "creditAmount":%s,"creditNetAmount":{"amount":"200.00","currency":"USD"},"outcome":%s,"text":"You are right.","at":"2026-06-01T15:00:00Z"}""".formatted(
                        number,
                        tenant.accountA(),
                        state,
                        from,
                        tenant.mail("contact"),
                        outcome.equals("null") ? "null" : "{\"amount\":\"216.50\",\"currency\":\"USD\"}",
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
    void a_refund_reaches_the_billing_contact_once() throws Exception {
        var tenant = platform.tenant();
        var refund = Told.number("RF-");
        var topic = "billing.refund.v1";
        var type = "billing.refund.paid.v1";
        var data = refund(refund, tenant.accountA());
        var id = UUID.randomUUID();
        events.send(id, topic, type, refund, tenant.enterprise(), 1, data);
        events.send(id, topic, type, refund, tenant.enterprise(), 1, data);
        tell(tenant, topic, type, refund, 1, "{\"refundId\":1");
        tell(tenant, topic, type, refund, 1, data);
        var mail = MailServer.await(tenant.mail("payer"), "REFUND_PAID");
        assertThat(mail.subject()).isEqualTo("We paid USD 60.00 back to you");
        assertThat(mail.text()).contains("Wire", "FED-17", "Paid twice", "PAY-10000001");
        await("settled", () -> platform.states(refund).equals(Set.of(tenant.mail("payer") + " REFUND_PAID sent")));
        assertThat(platform.count("message", "aggregate_id", refund)).isEqualTo(1);
    }

    private static String refund(String refund, String account) {
        return """
                {"refundId":"%s","accountId":"%s","method":"WIRE","amount":{"amount":"60.00","currency":"USD"},
                 "reference":"FED-17","reason":"Paid twice","parts":[
                   {"reference":"PAY-10000001","amount":{"amount":"60.00","currency":"USD"}}],
                 "paidAt":"2026-07-01T17:00:00Z","by":"Clerk"}""".formatted(refund, account);
    }

    @Test
    void the_billing_contact_of_an_account_that_moved_is_told_under_its_new_enterprise() throws Exception {
        var from = platform.tenant();
        var to = platform.tenant();
        var account = from.accountA();
        platform.account(to, account, 5);
        tell(to, "billing.account.v1", "billing.account.updated.v1", account, 2, """
                {"accountId":"%s","enterpriseId":"%s","billCycleDay":15,"timeZone":"America/Chicago",
                 "billingContact":{"name":"New Payer","email":"%s"}}""".formatted(
                        account, to.enterprise(), to.mail("new")));
        await(
                "the account where it went",
                () -> platform.count("account_ref", "enterprise_id", to.enterprise()) == 3
                        && platform.count("billing_account_ref", "enterprise_id", to.enterprise()) == 2);
        var refund = Told.number("RF-");
        tell(to, "billing.refund.v1", "billing.refund.paid.v1", refund, 1, refund(refund, account));
        assertThat(MailServer.await(to.mail("new"), "REFUND_PAID").text()).contains(refund);
        assertThat(MailServer.mails(from.mail("payer"), "REFUND_PAID")).isEmpty();
    }

    @Test
    void an_invoice_is_sent_as_pdf_to_those_whom_its_account_names_and_to_nobody_else() throws Exception {
        var tenant = platform.tenant();
        platform.member(tenant, "payables", List.of("BILLING_VIEW"));
        var invoice = Told.number("INV-2026-00");
        var topic = "billing.invoice-document.v1";
        var type = "billing.invoice-document.ready.v1";
        tell(tenant, topic, type, invoice, 1, "{\"invoiceNumber\":\"%s\"}".formatted(invoice));
        var data = """
                {"invoiceNumber":"%s","accountId":"%s","billDate":"2026-07-01","dueDate":"2026-07-31",
                 "recipients":["%s","%s"],"fileName":"%s.pdf","pdf":"JVBERi0xLjcKJeLjz9M="}""".formatted(invoice, tenant.accountA(), tenant.mail("one"), tenant.mail("two"), invoice);
        tell(tenant, topic, type, invoice, 1, data);
        tell(tenant, topic, type, invoice, 1, data);
        var mail = MailServer.await(tenant.mail("two"), "INVOICE_PDF");
        assertThat(mail.subject()).isEqualTo("Invoice %s as PDF".formatted(invoice));
        assertThat(mail.text()).contains("is attached", "has its invoices sent to this address");
        await(
                "each once",
                () -> platform.states(invoice)
                        .equals(Set.of(
                                tenant.mail("one") + " INVOICE_PDF sent", tenant.mail("two") + " INVOICE_PDF sent")));
        assertThat(platform.count("message", "aggregate_id", invoice)).isEqualTo(2);
        var parts = (Multipart)
                MailServer.mails(tenant.mail("one"), "INVOICE_PDF").getFirst().getContent();
        var attached = parts.getBodyPart(parts.getCount() - 1);
        assertThat(attached.getFileName()).isEqualTo(invoice + ".pdf");
        assertThat(attached.getContentType()).startsWith("application/pdf");
        assertThat(attached.getInputStream().readAllBytes())
                .isEqualTo("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3".getBytes(StandardCharsets.ISO_8859_1));
        await("forgotten", () -> platform.count("occasion", "facts is null and aggregate_id", invoice) == 1);
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
        assertThat(resolved.text()).contains("USD 216.50 with taxes (USD 200.00 without)", "You are right.");
        MailServer.await(tenant.mail("contact"), "BILLING_REQUEST_ACKNOWLEDGED");
        MailServer.await(tenant.mail("contact"), "BILLING_REQUEST_UPDATED");
        assertThat(platform.count("message", "aggregate_id", number)).isEqualTo(3);
    }
}
