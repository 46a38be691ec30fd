package io.controlcenter.identity.enterprises;

import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the accounts that billing opens into the hierarchy. */
@Component
class BillingEventsIn {

    private final BillingAccounts accounts;

    BillingEventsIn(BillingAccounts accounts) {
        this.accounts = accounts;
    }

    record AccountCreated(
            String accountId,
            String name,
            @Nullable String enterpriseId,
            @Nullable String customerNumber,
            Segment segment,
            String timeZone,
            String currency) {}

    @OnEvent(topic = "billing.account.v1", type = "billing.account.created.v1")
    void created(Event<AccountCreated> event) {
        var account = event.data();
        accounts.told(
                account.enterpriseId(),
                new BillingAccounts.Told(
                        account.accountId(),
                        account.customerNumber(),
                        account.name(),
                        account.segment(),
                        account.timeZone(),
                        account.currency()));
    }
}
