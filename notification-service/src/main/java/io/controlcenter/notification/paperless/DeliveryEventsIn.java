package io.controlcenter.notification.paperless;

import io.controlcenter.notification.paperless.domain.Delivery;
import io.controlcenter.notification.paperless.domain.DeliveryPreference;
import io.controlcenter.platform.inbox.Event;
import io.controlcenter.platform.inbox.OnEvent;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins a preference with each account, and follows what billing and identity say of it. */
@Component
class DeliveryEventsIn {

    private static final String TOPIC = "billing.account.v1";
    private final DeliveryPreferences preferences;
    private final Clock clock;

    DeliveryEventsIn(DeliveryPreferences preferences, Clock clock) {
        this.preferences = preferences;
        this.clock = clock;
    }

    record AccountCreated(
            String accountId, String enterpriseId, @Nullable Delivery delivery) {}

    record DeliveryChanged(String accountId, Delivery delivery) {}

    record AccountRemoved(String accountId) {}

    @OnEvent(topic = TOPIC, type = "billing.account.created.v1")
    void created(Event<AccountCreated> event) {
        var account = event.data();
        preferences.add(
                DeliveryPreference.ofNew(
                        account.accountId(), account.enterpriseId(), account.delivery(), clock.instant()),
                event.version());
    }

    @OnEvent(topic = TOPIC, type = "billing.account.delivery-changed.v1")
    void changed(Event<DeliveryChanged> event) {
        var account = event.data();
        var enterprise = Objects.requireNonNull(event.enterpriseId(), "enterprise");
        var begun = DeliveryPreference.ofNew(account.accountId(), enterprise, account.delivery(), clock.instant());
        if (!preferences.add(begun, event.version()) && preferences.heard(account.accountId(), event.version())) {
            preferences
                    .find(account.accountId())
                    .ifPresent(kept -> preferences.save(kept.preference().heard(account.delivery(), clock.instant())));
        }
    }

    @OnEvent(topic = "identity.account.v1", type = "identity.account.removed.v1")
    void removed(Event<AccountRemoved> event) {
        preferences
                .find(event.data().accountId())
                .ifPresent(kept -> preferences.save(kept.preference().closed(clock.instant())));
    }
}
