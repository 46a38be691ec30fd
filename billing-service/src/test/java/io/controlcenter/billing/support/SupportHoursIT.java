package io.controlcenter.billing.support;

import static io.controlcenter.billing.BillingPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.platform.test.Api;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Support hours, for anybody. */
@BillingServiceTest
class SupportHoursIT {

    @Autowired
    private Api api;

    private RestTestClient.ResponseSpec ask(String query) {
        return api.anonymous().get().uri("/api/v1/support-hours" + query).exchange();
    }

    @Test
    void anybody_may_ask() {
        var now = json(ask("?segment=ENTERPRISE").expectStatus().isOk());
        assertThat(now.path("open").asBoolean()).isTrue();
        var evening = json(ask("?segment=NATIONAL_WHOLESALE&at=2026-06-01T22:00:00Z")
                .expectStatus()
                .isOk());
        assertThat(evening.path("open").asBoolean()).isFalse();
        assertThat(evening.path("opensAt").asString()).isEqualTo("2026-06-02T13:00:00Z");
        assertThat(evening.path("week").size()).isEqualTo(5);
    }

    @Test
    void an_unknown_segment_and_a_malformed_instant_are_refused() {
        var unknown = json(ask("?segment=GALACTIC").expectStatus().isEqualTo(422));
        assertThat(unknown.at("/errors/0/pointer").asString()).isEqualTo("segment");
        ask("?segment=ENTERPRISE&at=noon").expectStatus().isBadRequest();
        ask("").expectStatus().isBadRequest();
    }
}
