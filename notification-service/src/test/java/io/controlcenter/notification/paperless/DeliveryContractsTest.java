package io.controlcenter.notification.paperless;

import static io.controlcenter.platform.test.EventContracts.consumed;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.notification.paperless.domain.Delivery;
import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.api.Test;

class DeliveryContractsTest {

    @Test
    void a_changed_preference_is_published() {
        EventContracts.assertPublished("notification.delivery-preference.changed.v1", DeliveringBills.Changed.class);
    }

    @Test
    void accounts_are_read() {
        assertThat(consumed("billing.account.created.v1", DeliveryEventsIn.AccountCreated.class)
                        .delivery())
                .isEqualTo(Delivery.PAPERLESS);
        assertThat(consumed("billing.account.delivery-changed.v1", DeliveryEventsIn.DeliveryChanged.class)
                        .delivery())
                .isEqualTo(Delivery.PAPER);
        assertThat(consumed("identity.account.removed.v1", DeliveryEventsIn.AccountRemoved.class)
                        .accountId())
                .isEqualTo("A-1000001");
    }
}
