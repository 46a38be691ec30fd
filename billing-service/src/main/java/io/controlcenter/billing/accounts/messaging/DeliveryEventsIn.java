package io.controlcenter.billing.accounts.messaging;

import io.controlcenter.billing.accounts.application.AccountOwners;
import io.controlcenter.billing.accounts.application.ChangingAccounts;
import io.controlcenter.billing.accounts.domain.Delivery;
import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Takes over what people choose in the notification settings: paperless, or paper again. */
@Component
class DeliveryEventsIn {

    private final ChangingAccounts accounts;
    private final AccountOwners owners;

    DeliveryEventsIn(ChangingAccounts accounts, AccountOwners owners) {
        this.accounts = accounts;
        this.owners = owners;
    }

    /** @param delivery what applies now, whatever is pending */
    record PreferenceTold(String accountId, Delivery delivery) {}

    @OnEvent(topic = "notification.delivery-preference.v1", type = "notification.delivery-preference.changed.v1")
    void changed(Event<PreferenceTold> event) {
        owners.actFor(event.data().accountId(), Objects.requireNonNull(event.enterpriseId(), "whose account"));
        accounts.preferenceTold(event.data().accountId(), event.data().delivery(), event.version());
    }
}
