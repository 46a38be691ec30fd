package io.controlcenter.billing.requests;

import static io.controlcenter.billing.BillingPlatform.COORDINATOR;
import static io.controlcenter.billing.BillingPlatform.OPERATIONS;
import static io.controlcenter.billing.BillingPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.billing.BillingPlatform;
import io.controlcenter.billing.BillingServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.TestClock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** The worked dates of the acknowledge clock (domain b.5), over HTTP. */
@BillingServiceTest
class AcknowledgeClockIT {

    private static final ZoneId CT = ZoneId.of("America/Chicago");

    @Autowired
    private BillingPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private TestClock clock;

    @AfterEach
    void back_to_the_start() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "ENTERPRISE, , 2026-06-01T07:00, 2026-06-04T19:00-05:00",
        "ENTERPRISE, , 2026-11-27T18:00, 2026-12-03T18:00-06:00",
        "ENTERPRISE, , 2026-10-31T12:00, 2026-11-05T19:00-06:00",
        "ENTERPRISE, 2026-11-26, 2026-11-25T09:00, 2026-12-02T09:00-06:00",
        "NATIONAL_WHOLESALE, , 2026-06-01T08:00, 2026-06-08T11:00-05:00",
        "NATIONAL_WHOLESALE, , 2026-11-27T16:00, 2026-12-07T10:00-06:00"
    })
    void an_email_is_acknowledged_within_48_business_hours(
            String segment, @Nullable String holiday, LocalDateTime received, OffsetDateTime due) {
        var tenant = platform.tenant();
        var account = platform.account(tenant);
        api.as(OPERATIONS.on(tenant.enterprise()))
                .patch()
                .uri("/api/v1/billing-accounts/" + account)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("segment", segment))
                .exchange()
                .expectStatus()
                .isOk();
        clock.set(received.atZone(CT).toInstant());
        var request = holiday == null ? email(tenant, account) : onHoliday(segment, holiday, tenant, account);
        assertThat(OffsetDateTime.parse(request.path("ackDueAt").asString()).toInstant())
                .isEqualTo(due.toInstant());
        assertThat(request.at("/clock/reading").asString()).isEqualTo("SUPPORT_HOURS");
        assertThat(request.at("/clock/remaining").asString()).isEqualTo("PT48H");
    }

    private JsonNode email(BillingPlatform.Tenant tenant, String account) {
        var body = Map.of(
                "accountId", account,
                "type", "INQUIRY",
                "subtype", "GENERAL",
                "channel", "EMAIL",
                "description", "What is this charge?",
                "contact", Map.of("name", "Ada Buyer", "email", "ada@acme.example"));
        return json(api.post(
                        COORDINATOR.on(tenant.enterprise()),
                        "/api/v1/billing-requests",
                        body,
                        UUID.randomUUID().toString())
                .expectStatus()
                .isCreated());
    }

    private JsonNode onHoliday(String segment, String day, BillingPlatform.Tenant tenant, String account) {
        var path = "/api/v1/support-hours/" + segment + "/holidays/" + day;
        platform.put(OPERATIONS, path, Map.of("name", "Thanksgiving Day"))
                .expectStatus()
                .isOk();
        try {
            return email(tenant, account);
        } finally {
            api.as(OPERATIONS).delete().uri(path).exchange().expectStatus().isNoContent();
        }
    }
}
