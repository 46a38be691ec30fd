package io.controlcenter.maintenance.changes;

import static io.controlcenter.maintenance.MaintenancePlatform.CHANGE;
import static io.controlcenter.maintenance.MaintenancePlatform.body;
import static io.controlcenter.maintenance.MaintenancePlatform.json;
import static io.controlcenter.maintenance.MaintenancePlatform.outage;
import static io.controlcenter.maintenance.MaintenancePlatform.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.maintenance.MaintenancePlatform;
import io.controlcenter.maintenance.MaintenancePlatform.Tenant;
import io.controlcenter.maintenance.MaintenanceServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Tokens;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists, calendar and downloads, in the reader's own zone. */
@MaintenanceServiceTest
class ReadingIT {

    @Autowired
    private MaintenancePlatform platform;

    @Autowired
    private Api api;

    private List<String> found(Tokens.Draft user, String query) {
        return json(api.get(user, "/api/v1/gcrs" + query).expectStatus().isOk())
                .path("items")
                .findValuesAsString("gcrNumber");
    }

    private String titled(Tenant tenant, String title, Duration ahead) {
        var body = new HashMap<>(platform.gcr(List.of(platform.window(ahead)), List.of(outage(tenant.serviceA()))));
        body.put("title", title);
        var number = text(api.post(CHANGE, "/api/v1/gcrs", body).expectStatus().isCreated(), "gcrNumber");
        platform.act(number, "confirm").expectStatus().isOk();
        return number;
    }

    @Test
    void times_are_shown_in_the_zone_of_the_profile_or_the_one_asked_for() {
        var tenant = platform.tenant();
        var number = platform.scheduled(tenant);
        platform.person(tenant, "ada", "Asia/Tokyo", "ACTIVE", 1);
        var ada = tenant.noc().as(tenant.user("ada"));
        var path = "/api/v1/gcrs/" + number;
        // the window begins at 15:00 UTC
        var seen = json(api.get(ada, path));
        assertThat(seen.path("timeZone").asString()).isEqualTo("Asia/Tokyo");
        assertThat(seen.at("/windows/0/localStart").asString()).isEqualTo("2026-06-12T00:00:00+09:00");
        assertThat(seen.at("/windows/0/siteStart").asString()).isEqualTo("2026-06-11T10:00:00-05:00");
        assertThat(json(api.get(ada, path + "?timeZone=Europe/Bucharest"))
                        .at("/windows/0/localStart")
                        .asString())
                .isEqualTo("2026-06-11T18:00:00+03:00");
        assertThat(json(api.get(tenant.noc(), path)).path("timeZone").asString())
                .isEqualTo("UTC");
        assertThat(json(api.get(ada, "/api/v1/gcrs")).at("/items/0/localStart").asString())
                .isEqualTo("2026-06-12T00:00:00+09:00");
        assertThat(json(api.get(ada, "/api/v1/gcrs/calendar?month=2026-06"))
                        .at("/days/0/date")
                        .asString())
                .isEqualTo("2026-06-12");
        assertThat(found(ada, "?from=2026-06-12&to=2026-06-13")).containsExactly(number);
        assertThat(found(tenant.noc(), "?from=2026-06-12&to=2026-06-13")).isEmpty();
        assertThat(body(api.get(ada, "/api/v1/gcrs.csv"))).contains(",2026-06-12T00:00:00+09:00,");
        for (var query : List.of(
                "?timeZone=Mars", "/calendar?timeZone=Mars", ".csv?timeZone=Mars", "/" + number + "?timeZone=Mars")) {
            api.get(ada, "/api/v1/gcrs" + query).expectStatus().isBadRequest();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RELAY,      true",
        "relay swap, true",
        "Chicago,    true",
        "100%,       true",
        "CIR-,       true",
        "%,          true",
        "_ncluded,   false",
        "router,     false",
    })
    void a_word_finds_what_it_stands_in(String word, boolean hit) {
        var tenant = platform.tenant();
        var number = titled(tenant, "Relay swap 100% included", Duration.ofDays(10));
        var found = json(api.as(tenant.noc())
                        .get()
                        .uri(uri ->
                                uri.path("/api/v1/gcrs").queryParam("q", "{q}").build(word))
                        .exchange()
                        .expectStatus()
                        .isOk())
                .path("items")
                .findValuesAsString("gcrNumber");
        assertThat(found).isEqualTo(hit ? List.of(number) : List.of());
    }

    @Test
    void a_number_finds_its_gcr_however_it_is_written() {
        var tenant = platform.tenant();
        var number = platform.scheduled(tenant);
        platform.scheduled(tenant);
        for (var written : List.of(number, "GCR" + number, "GCR-" + number, number + "-2")) {
            assertThat(found(tenant.noc(), "?q=" + written)).containsExactly(number);
        }
        assertThat(found(tenant.noc(), "?q=" + tenant.circuitA())).hasSize(2);
    }

    @Test
    void a_list_is_narrowed_and_sorted() {
        var tenant = platform.tenant();
        var first = titled(tenant, "First", Duration.ofDays(10));
        var second = titled(tenant, "Second", Duration.ofDays(20));
        platform.act(second, "postpone").expectStatus().isOk();
        var noc = tenant.noc();
        assertThat(found(noc, "")).containsExactly(first, second);
        assertThat(found(noc, "?sort=-startsAt")).containsExactly(second, first);
        assertThat(found(noc, "?state=postponed")).containsExactly(second);
        assertThat(found(noc, "?state=scheduled,postponed&category=FIBER")).hasSize(2);
        assertThat(found(noc, "?category=POWER")).isEmpty();
        assertThat(found(noc, "?circuitId=" + tenant.circuitA())).hasSize(2);
        assertThat(found(noc, "?circuitId=nowhere")).isEmpty();
        assertThat(found(noc, "?accountId=" + tenant.accountA())).hasSize(2);
        assertThat(found(noc, "?accountId=" + tenant.enterprise() + "-B")).isEmpty();
        assertThat(text(
                        api.get(
                                        noc.onlyAccounts(tenant.accountA()),
                                        "/api/v1/gcrs?accountId=" + tenant.enterprise() + "-B")
                                .expectStatus()
                                .isForbidden(),
                        "code"))
                .isEqualTo("account-forbidden");
        assertThat(body(api.get(noc, "/api/v1/gcrs.csv?q=Second")).lines()).hasSize(2);
        assertThat(body(api.get(noc, "/api/v1/gcrs.csv?impact=DEGRADED")).lines())
                .hasSize(1);
    }

    @Test
    void the_calendar_shows_the_present_month_and_eleven_more() {
        var tenant = platform.tenant();
        platform.scheduled(tenant);
        titled(tenant, "Far away", Duration.ofDays(330));
        titled(tenant, "Too far away", Duration.ofDays(370));
        var noc = tenant.noc();
        assertThat(json(api.get(noc, "/api/v1/gcrs/calendar")).path("days")).hasSize(1);
        var year = json(api.get(noc, "/api/v1/gcrs/calendar?months=12"));
        assertThat(year.path("month").asString()).isEqualTo("2026-06");
        assertThat(year.path("days")).hasSize(2);
        for (var bad : List.of("month=2026-6", "month=June", "month=2026-13", "months=0", "months=13", "months=x")) {
            assertThat(text(
                            api.get(noc, "/api/v1/gcrs/calendar?" + bad)
                                    .expectStatus()
                                    .isBadRequest(),
                            "code"))
                    .isEqualTo("invalidQuery");
        }
    }

    @Test
    void work_on_one_element_at_the_same_time_is_warned_of() {
        var tenant = platform.tenant();
        var element = "CHI-CORE-" + tenant.enterprise();
        var one = planned(tenant, Duration.ofDays(10), element, "DEN-1");
        var other = planned(tenant, Duration.ofDays(10).plusHours(3), "DEN-2", element);
        planned(tenant, Duration.ofDays(10), "ELSE-" + tenant.enterprise());
        planned(tenant, Duration.ofDays(11), element);
        var seen = json(api.get(CHANGE, "/api/v1/gcrs/" + other));
        assertThat(seen.path("networkElements").toString()).isEqualTo("[\"DEN-2\",\"" + element + "\"]");
        assertThat(seen.path("warnings")).hasSize(1);
        var warning = seen.at("/warnings/0");
        assertThat(warning.path("code").asString()).isEqualTo("ELEMENT_BUSY");
        assertThat(warning.path("networkElement").asString()).isEqualTo(element);
        assertThat(warning.path("otherGcrNumber").asString()).isEqualTo(one);
        assertThat(warning.path("windowId").asString()).isEqualTo(other + "-1");
        assertThat(json(api.get(CHANGE, "/api/v1/gcrs?q=" + other))
                        .at("/items/0/warnings")
                        .asInt())
                .isEqualTo(1);
        platform.act(one, "confirm").expectStatus().isOk();
        var customers = json(api.get(tenant.noc(), "/api/v1/gcrs/" + one));
        assertThat(customers.has("networkElements")).isFalse();
        assertThat(customers.has("warnings")).isFalse();
        platform.act(one, "cancel").expectStatus().isOk();
        assertThat(json(api.get(CHANGE, "/api/v1/gcrs/" + other)).path("warnings"))
                .isEmpty();
    }

    private String planned(Tenant tenant, Duration ahead, String... elements) {
        var body = new HashMap<>(platform.gcr(List.of(platform.window(ahead)), List.of(outage(tenant.serviceA()))));
        body.put("networkElements", List.of(elements));
        return text(api.post(CHANGE, "/api/v1/gcrs", body).expectStatus().isCreated(), "gcrNumber");
    }

    @Test
    void services_are_found_by_site_too() {
        var tenant = platform.tenant();
        var impact =
                Map.of("siteIds", List.of("SITE-" + tenant.enterprise()), "impact", "OUTAGE", "maxDurationMinutes", 5);
        var body = platform.gcr(List.of(platform.window(Duration.ofDays(10))), List.of(impact));
        var number = text(api.post(CHANGE, "/api/v1/gcrs", body).expectStatus().isCreated(), "gcrNumber");
        assertThat(json(api.get(CHANGE, "/api/v1/gcrs/" + number + "/impacts"))
                        .path("items")
                        .findValuesAsString("serviceId"))
                .containsExactly(tenant.serviceA(), tenant.serviceB());
        var nowhere = Map.of("siteIds", List.of("SITE-404"), "impact", "OUTAGE", "maxDurationMinutes", 5);
        assertThat(json(api.post(
                                        CHANGE,
                                        "/api/v1/gcrs",
                                        platform.gcr(List.of(platform.window(Duration.ofDays(10))), List.of(nowhere)))
                                .expectStatus()
                                .isEqualTo(422))
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/impacts/0/siteIds/0");
    }

    @Test
    void lead_times_are_reported() {
        var tenant = platform.tenant();
        titled(tenant, "In ten days", Duration.ofDays(10));
        var report =
                json(api.get(CHANGE, "/api/v1/gcrs/lead-times").expectStatus().isOk());
        var standard = report.path("items")
                .valueStream()
                .filter(share -> share.path("designation").asString().equals("STANDARD"))
                .findFirst()
                .orElseThrow();
        assertThat(standard.path("gcrs").asInt()).isPositive();
        assertThat(standard.path("medianHours").asLong()).isPositive();
        api.get(CHANGE, "/api/v1/gcrs/lead-times?from=soon").expectStatus().isBadRequest();
        api.get(tenant.noc(), "/api/v1/gcrs/lead-times").expectStatus().isForbidden();
    }
}
