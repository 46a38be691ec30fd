package io.controlcenter.billing.accounts.messaging;

import io.controlcenter.billing.accounts.application.AccountJournal;
import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import org.springframework.stereotype.Component;

/** Tells identity where to place an account, and notification how its bills are delivered. */
@Component
class AccountEventsOut implements AccountJournal {

    private static final String TOPIC = "billing.account.v1";
    private final Outbox outbox;

    AccountEventsOut(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void created(BillingAccount account) {
        send(
                account,
                "billing.account.created.v1",
                new AccountMessages.Created(
                        account.accountId(),
                        account.name(),
                        account.enterpriseId(),
                        account.customerNumber(),
                        account.segment(),
                        account.currency(),
                        account.timeZone().getId(),
                        account.billCycleDay(),
                        account.billingMode(),
                        account.delivery(),
                        account.billingContact(),
                        account.createdAt()));
    }

    @Override
    public void deliveryChanged(BillingAccount account) {
        send(
                account,
                "billing.account.delivery-changed.v1",
                new AccountMessages.DeliveryChanged(account.accountId(), account.delivery()));
    }

    private void send(BillingAccount account, String type, Object data) {
        outbox.append(new OutboxEvent(
                TOPIC,
                type,
                account.accountId(),
                account.enterpriseId(),
                account.accountId(),
                account.version(),
                data));
    }
}
