package io.controlcenter.notification.settings;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.api.Test;

class SettingContractsTest {

    @Test
    void that_somebody_set_up_notifications_is_published() {
        EventContracts.assertPublished("notification.setup.completed.v1", Setups.SetupCompleted.class);
    }
}
