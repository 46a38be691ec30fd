package io.controlcenter.repair.support;

import static io.controlcenter.repair.RepairPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.TestClock;
import io.controlcenter.repair.RepairPlatform;
import io.controlcenter.repair.RepairServiceTest;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody repairs at night, on Sundays and on holidays, and takes tickets then. */
@RepairServiceTest
class RepairSupportIT {

    @Autowired
    private RepairPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-06-06T08:12:00Z", "2026-07-04T05:00:00Z", "2026-12-25T23:59:59Z", "2028-02-29T00:00:00Z"})
    void it_is_open_at_every_instant_to_anybody(String at) {
        platform.technician();
        clock.set(Instant.parse(at));
        var hours = json(api.anonymous()
                .get()
                .uri("/api/v1/tickets/support-hours")
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(hours.path("open").asBoolean()).isTrue();
        assertThat(hours.path("at").asString()).isEqualTo(at);
        assertThat(hours.path("phone").asString()).isNotBlank();
        var tenant = platform.tenant();
        platform.open(tenant.noc(), RepairPlatform.report(tenant.service()))
                .expectStatus()
                .isCreated();
    }
}
