package io.controlcenter.billing.support;

import static io.controlcenter.billing.BillingPlatform.OPERATIONS;
import static io.controlcenter.billing.BillingPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Tokens;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Holidays, which operations keep. */
@BillingServiceTest
class SupportHolidaysIT {

    private static final String DAY = "/api/v1/support-hours/NATIONAL_WHOLESALE/holidays/2031-11-27";

    @Autowired
    private Api api;

    private boolean open() {
        return json(api.anonymous()
                        .get()
                        .uri("/api/v1/support-hours?segment=NATIONAL_WHOLESALE&at=2031-11-27T18:00:00Z")
                        .exchange())
                .path("open")
                .asBoolean();
    }

    @Test
    void support_is_closed_on_a_holiday_until_it_is_dropped() {
        assertThat(open()).isTrue();
        api.as(OPERATIONS)
                .put()
                .uri(DAY)
                .body(Map.of("name", "Thanksgiving Day"))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(open()).isFalse();
        var listed = json(api.anonymous()
                .get()
                .uri("/api/v1/support-hours/NATIONAL_WHOLESALE/holidays")
                .exchange());
        assertThat(listed.path("items").values())
                .anyMatch(day -> day.path("day").asString().equals("2031-11-27"));
        api.as(OPERATIONS).delete().uri(DAY).exchange().expectStatus().isNoContent();
        api.as(OPERATIONS).delete().uri(DAY).exchange().expectStatus().isNotFound();
        assertThat(open()).isTrue();
    }

    @Test
    void only_operations_keep_them_and_only_of_known_segments() {
        api.as(Tokens.customer("ENT-1", "OPERATIONS"))
                .put()
                .uri(DAY)
                .body(Map.of("name", "x"))
                .exchange()
                .expectStatus()
                .isForbidden();
        var unknown = DAY.replace("NATIONAL_WHOLESALE", "GALACTIC");
        api.as(OPERATIONS)
                .put()
                .uri(unknown)
                .body(Map.of("name", "x"))
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        api.as(OPERATIONS)
                .put()
                .uri(DAY)
                .body(Map.of("name", ""))
                .exchange()
                .expectStatus()
                .isEqualTo(422);
    }
}
