package io.controlcenter.billing.references;

import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.EventContracts;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnterpriseEventsInTest {

    @Test
    void it_reads_what_it_needs_of_an_enterprise() {
        for (var type : List.of("identity.enterprise.created.v1", "identity.enterprise.updated.v1")) {
            var enterprise = EventContracts.consumed(type, EnterpriseEventsIn.EnterpriseTold.class);
            assertThat(enterprise.segment()).isEqualTo("ENTERPRISE");
            assertThat(enterprise.customerNumbers().getFirst().number()).isEqualTo("C-100001");
        }
    }
}
