package io.controlcenter.maintenance.changes;

import static io.controlcenter.maintenance.MaintenancePlatform.CHANGE;
import static io.controlcenter.maintenance.MaintenancePlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.maintenance.MaintenancePlatform;
import io.controlcenter.maintenance.MaintenanceServiceTest;
import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A backbone fails: 20,000 services of 3,000 enterprises, each told of its own within seconds. */
@MaintenanceServiceTest
class FanOutIT {

    private static final int ENTERPRISES = 3000;
    private static final int SERVICES = 20_000;
    private static final Duration BAR = Duration.ofSeconds(10);

    @Autowired
    private MaintenancePlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Events events;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TransactionTemplate transaction;

    private void install() {
        TenantScope.call(
                TenantScope.ALL,
                () -> transaction.execute(
                        _ -> db.sql("""
                        insert into installed_service
                        select 'S-SCALE-' || n, 'ENT-SCALE-' || n %% %d, 'A-' || n, true, 'CIR-SCALE-' || n, 'ETHERNET_1G',
                          'Ethernet', '1 Gbit/s', null, '1 Main St', 'O-' || n, '1 Main St', 'Scaleville', 'TX', '75001',
                          'US', timestamptz '2026-05-01T00:00:00Z'
                        from generate_series(1, %d) n""".formatted(ENTERPRISES, SERVICES)).update()));
    }

    @Test
    void thousands_of_enterprises_are_told_within_seconds() {
        install();
        var place = List.of(Map.of("city", "Scaleville", "state", "TX"));
        var impact = Map.of("locations", place, "impact", "OUTAGE", "maxDurationMinutes", 30);
        var body = platform.gcr(List.of(platform.window(Duration.ofDays(10))), List.of(impact));
        var number = text(api.post(CHANGE, "/api/v1/gcrs", body).expectStatus().isCreated(), "gcrNumber");
        var begun = System.nanoTime();
        platform.act(number, "confirm").expectStatus().isOk();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BAR);
        Awaitility.await("an event for each enterprise")
                .atMost(Duration.ofSeconds(60))
                .until(() -> events.of(number).size() == ENTERPRISES);
        var told = events.of(number);
        assertThat(told).extracting(Events.Seen::enterpriseId).doesNotHaveDuplicates();
        assertThat(told.stream()
                        .mapToInt(event -> event.data().path("services").size())
                        .sum())
                .isEqualTo(SERVICES);
    }
}
