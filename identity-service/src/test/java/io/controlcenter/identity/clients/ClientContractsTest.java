package io.controlcenter.identity.clients;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.api.Test;

class ClientContractsTest {

    @Test
    void the_published_type_has_its_schema_and_example() {
        EventContracts.assertPublished("identity.client.changed.v1", ClientMessages.ClientChanged.class);
    }
}
