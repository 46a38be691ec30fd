package io.controlcenter.notification.messages.messaging;

import io.controlcenter.notification.content.domain.CreditHoldFacts;
import io.controlcenter.notification.content.domain.PastDueFacts;
import io.controlcenter.notification.content.domain.PaymentFacts;
import io.controlcenter.notification.content.domain.RefundFacts;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.notification.messages.application.Telling;
import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import org.springframework.stereotype.Component;

/** Tells of payments, of what is past due, and of orders that wait for it. */
@Component
class MoneyEventsIn {

    private static final String PAYMENTS = "billing.payment.v1";
    private static final String ACCOUNTS = "billing.account.v1";
    private final Telling telling;

    MoneyEventsIn(Telling telling) {
        this.telling = telling;
    }

    @OnEvent(topic = PAYMENTS, type = "billing.payment.posted.v1")
    void posted(Event<PaymentFacts> event) {
        telling.tell(Kind.PAYMENT_POSTED, event.data(), event.enterpriseId(), event.version());
    }

    @OnEvent(topic = PAYMENTS, type = "billing.payment.failed.v1")
    void failed(Event<PaymentFacts> event) {
        telling.tell(Kind.PAYMENT_FAILED, event.data(), event.enterpriseId(), event.version());
    }

    @OnEvent(topic = "billing.refund.v1", type = "billing.refund.paid.v1")
    void refunded(Event<RefundFacts> event) {
        telling.tell(Kind.REFUND_PAID, event.data(), event.enterpriseId(), event.version());
    }

    @OnEvent(topic = "billing.invoice.v1", type = "billing.invoice.past-due.v1")
    void pastDue(Event<PastDueFacts> event) {
        telling.tell(Kind.PAST_DUE, event.data(), event.enterpriseId(), event.version());
    }

    @OnEvent(topic = ACCOUNTS, type = "billing.account.credit-hold-set.v1")
    void holdSet(Event<CreditHoldFacts> event) {
        telling.tell(Kind.CREDIT_HOLD_SET, event.data(), event.enterpriseId(), event.version());
    }

    @OnEvent(topic = ACCOUNTS, type = "billing.account.credit-hold-cleared.v1")
    void holdCleared(Event<CreditHoldFacts> event) {
        telling.tell(Kind.CREDIT_HOLD_CLEARED, event.data(), event.enterpriseId(), event.version());
    }
}
