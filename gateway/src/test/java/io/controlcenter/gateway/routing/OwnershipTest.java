package io.controlcenter.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.controlcenter.gateway.upstream.GatewaySettings;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class OwnershipTest {

    private final Ownership ownership = new Ownership(settings(Map.of(
            "gateway.services.order.url", "http://localhost:1",
            "gateway.services.order.paths", "orders,sites",
            "gateway.services.repair.url", "http://localhost:2",
            "gateway.services.repair.paths", "tickets",
            "gateway.public-endpoints[0]", "GET /api/v1/support-hours",
            "gateway.public-endpoints[1]", "GET /api/v1/support-hours/*/holidays",
            "gateway.identity-pages", "login,oauth2")));

    private static GatewaySettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("gateway", GatewaySettings.class)
                .get();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/orders, order",
        "/api/v1/orders/O-1/timeline, order",
        "/api/v1/sites, order",
        "/api/v1/sites.csv, order",
        "/api/v1/sites:export, order",
        "/api/v1/:export,",
        "/api/v1/sitesx.csv,",
        "/api/v1/.csv,",
        "/api/v1/tickets/T-1, repair",
        "/api/v1/operations/repair/dead-letters, repair",
        "/api/v1/operations/repair, repair",
        "/api/v1/ordersx,",
        "/api/v1/operations,",
        "/api/v1/operations/,",
        "/api/v1/operations/nobody,",
        "/api/v1/,",
        "/api/v1,",
        "/api/v2/orders,",
        "/orders,",
        "/,"
    })
    void the_first_segment_names_the_owner(String path, String owner) {
        assertThat(ownership.owner(path)).isEqualTo(owner);
    }

    @Test
    void a_path_has_one_owner() {
        var twice = settings(Map.of(
                "gateway.services.order.url", "http://localhost:1",
                "gateway.services.order.paths", "orders",
                "gateway.services.repair.url", "http://localhost:2",
                "gateway.services.repair.paths", "orders"));
        assertThatThrownBy(() -> new Ownership(twice)).hasMessageContaining("orders");
    }

    @Test
    void public_is_a_method_and_a_whole_path() {
        assertThat(ownership.isPublic("GET", "/api/v1/support-hours")).isTrue();
        assertThat(ownership.isPublic("PUT", "/api/v1/support-hours")).isFalse();
        assertThat(ownership.isPublic("GET", "/api/v1/support-hours/1")).isFalse();
        assertThat(ownership.isPublic("GET", "/api/v1/support-hours/ENTERPRISE/holidays"))
                .isTrue();
        assertThat(ownership.isPublic("GET", "/api/v1/support-hours/a/b/holidays"))
                .isFalse();
    }

    @Test
    void pages_are_known_by_their_first_segment() {
        assertThat(Set.of("/login", "/oauth2/token")).allMatch(ownership::isIdentityPage);
        assertThat(Set.of("/", "/loginx", "/api/v1/me", "/portal")).noneMatch(ownership::isIdentityPage);
    }

    @Test
    void metrics_have_a_series_per_segment_not_per_path() {
        assertThat(Ownership.pattern("/api/v1/orders/O-1/timeline")).isEqualTo("/api/v1/orders/**");
        assertThat(Ownership.pattern("/oauth2/token")).isEqualTo("/oauth2/**");
    }
}
