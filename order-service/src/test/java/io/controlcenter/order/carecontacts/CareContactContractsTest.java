package io.controlcenter.order.carecontacts;

import io.controlcenter.platform.test.EventContracts;
import org.junit.jupiter.api.Test;

class CareContactContractsTest {

    @Test
    void the_published_type_has_its_schema_and_example() {
        EventContracts.assertPublished("order.care-contact.due.v1", RemindingCareManagers.CareContactDue.class);
    }
}
