package io.controlcenter.billing.accounts.messaging;

import io.controlcenter.billing.accounts.application.AccountJournal;
import io.controlcenter.billing.accounts.domain.BillingAccount;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import org.springframework.stereotype.Component;

/** Tells identity where to place an account, and notification how its bills are delivered, to whom and when. */
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
    public void changed(BillingAccount before, BillingAccount after) {
        send(
                after,
                "billing.account.updated.v1",
                new AccountMessages.Updated(
                        after.accountId(),
                        after.enterpriseId(),
                        after.segment(),
                        after.timeZone().getId(),
                        after.billCycleDay(),
                        after.billingMode(),
                        after.paymentTermsDays(),
                        after.prorationPolicyId(),
                        after.delivery(),
                        after.billingContact()));
        if (after.delivery() != before.delivery()) {
            send(
                    after,
                    "billing.account.delivery-changed.v1",
                    new AccountMessages.DeliveryChanged(after.accountId(), after.delivery()));
        }
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
