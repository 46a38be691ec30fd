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

/** What comes before an order, as mails: each answer to a quote once, its end, and the decision on credit. */
@NotificationServiceTest
class QuoteNotificationsIT {

    private static final String TOPIC = "order.quote.v1";

    @Autowired
    private NotificationPlatform platform;

    @Autowired
    private Events events;

    private static String changed(Tenant tenant, String quote, String from, String to) {
        return """
                {"quoteNumber":"%s","accountId":"%s","from":"%s","to":"%s","level":"FIRM","validUntil":"2026-07-01",
                 "contact":{"name":"Ada Buyer","email":"%s","phone":null},"at":"2026-06-01T15:00:00Z"}""".formatted(quote, tenant.accountA(), from, to, tenant.mail("contact"));
    }

    @Test
    void an_answer_is_told_once_however_often_and_in_whatever_order_it_is_heard() {
        var tenant = platform.tenant();
        platform.member(tenant, "viewer", List.of("ORDER_VIEW"));
        platform.member(tenant, "payer", List.of("BILLING_VIEW"));
        var quote = Told.number("Q-");
        var id = UUID.randomUUID();
        var type = "order.quote.state-changed.v1";
        var ready = changed(tenant, quote, "inProgress", "approved.orderable");
        events.send(id, TOPIC, type, quote, tenant.enterprise(), 5, ready);
        events.send(id, TOPIC, type, quote, tenant.enterprise(), 5, ready);
        events.send(TOPIC, type, quote, tenant.enterprise(), 5, ready);
        events.send(TOPIC, type, quote, tenant.enterprise(), 1, changed(tenant, quote, "acknowledged", "inProgress"));
        events.send(
                TOPIC, type, quote, tenant.enterprise(), 6, changed(tenant, quote, "approved.orderable", "declined"));
        events.send(TOPIC, type, quote, tenant.enterprise(), 7, "{\"quoteNumber\":");
        events.send(TOPIC, "order.quote.expiring.v1", quote, tenant.enterprise(), 8, """
                {"quoteNumber":"%s","accountId":"%s","level":"FIRM","validUntil":"2026-07-01",
                 "contact":{"name":"Ada Buyer","email":"%s","phone":null},"at":"2026-06-26T15:00:00Z"}""".formatted(
                        quote, tenant.accountA(), tenant.mail("contact")));
        await(
                "all told",
                () -> platform.states(quote)
                        .equals(Set.of(
                                tenant.mail("contact") + " QUOTE_READY sent",
                                tenant.mail("viewer") + " QUOTE_READY sent",
                                tenant.user("viewer") + " QUOTE_READY delivered",
                                tenant.mail("contact") + " QUOTE_EXPIRING sent",
                                tenant.mail("viewer") + " QUOTE_EXPIRING sent",
                                tenant.user("viewer") + " QUOTE_EXPIRING delivered")));
        assertThat(platform.count("message", "aggregate_id", quote)).isEqualTo(6);
        assertThat(MailServer.await(tenant.mail("viewer"), "QUOTE_EXPIRING").subject())
                .isEqualTo("Your quote %s ends on Jul 1, 2026".formatted(quote));
    }

    @Test
    void a_decision_on_credit_is_told_with_its_limit_and_without_a_score() {
        var tenant = platform.tenant();
        var number = Told.number("CA-");
        events.send("order.credit.v1", "order.credit.decided.v1", number, tenant.enterprise(), 4, """
                {"applicationNumber":"%s","accountId":"%s","decision":"APPROVED_WITH_DEPOSIT",
                 "limit":{"amount":"40000.00","currency":"USD"},"depositRequired":{"amount":"5000.00","currency":"USD"},
                 "validUntil":"2027-06-01","at":"2026-06-01T15:00:00Z",
                 "contact":{"name":"Ada Buyer","email":"%s","phone":null}}""".formatted(
                        number, tenant.accountA(), tenant.mail("contact")));
        var mail = MailServer.await(tenant.mail("contact"), "CREDIT_DECIDED");
        assertThat(mail.subject()).isEqualTo(number + ": credit approved");
        assertThat(mail.text()).contains("USD 40,000.00", "USD 5,000.00", "Jun 1, 2027");
    }
}
