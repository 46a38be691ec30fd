package io.controlcenter.maintenance.changes;

import static io.controlcenter.maintenance.MaintenancePlatform.CHANGE;
import static io.controlcenter.maintenance.MaintenancePlatform.body;
import static io.controlcenter.maintenance.MaintenancePlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.maintenance.MaintenancePlatform;
import io.controlcenter.maintenance.MaintenancePlatform.Tenant;
import io.controlcenter.maintenance.MaintenanceServiceTest;
import io.controlcenter.platform.tenancy.TenantScope;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Events;
import io.controlcenter.platform.test.TenantWalls;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One GCR that hits two enterprises: each sees it, and nothing of the other. */
@MaintenanceServiceTest
class SharedGcrIT {

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

    private static void assertNothingOf(Tenant other, String text) {
        assertThat(text)
                .doesNotContain(other.enterprise(), other.serviceA(), other.serviceB(), other.circuitA(), other.city());
    }

    @Test
    void no_read_shows_anything_of_the_other() {
        var one = platform.tenant();
        var other = platform.tenant();
        var number = platform.scheduled(one, other);
        platform.act(number, "updates", Map.of("text", "The crew is on site."))
                .expectStatus()
                .isOk();
        for (var path : List.of(
                "/api/v1/gcrs",
                "/api/v1/gcrs?serviceId=" + one.serviceA() + "&impact=OUTAGE&state=scheduled",
                "/api/v1/gcrs/" + number,
                "/api/v1/gcrs/" + number + "/impacts",
                "/api/v1/gcrs/" + number + "/updates",
                "/api/v1/gcrs/" + number + "/notices",
                "/api/v1/gcrs/calendar?month=2026-06&timeZone=America/Chicago",
                "/api/v1/gcrs.csv",
                "/api/v1/gcrs/" + number + ".ics")) {
            var text = body(api.get(one.noc(), path).expectStatus().isOk());
            assertThat(text).as(path).isNotBlank();
            assertNothingOf(other, text);
        }
        assertThat(json(api.get(one.noc(), "/api/v1/gcrs?serviceId=" + other.serviceA()))
                        .path("items")
                        .size())
                .isZero();
        assertThat(json(api.get(one.noc(), "/api/v1/gcrs"))
                        .at("/items/0/services")
                        .asInt())
                .isEqualTo(2);
        assertThat(json(api.get(one.noc(), "/api/v1/gcrs/calendar?month=2026-06"))
                        .at("/days/0/windows/0/services")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void each_is_told_of_its_own_services_alone() {
        var one = platform.tenant();
        var other = platform.tenant();
        var number = platform.scheduled(one, other);
        platform.told("scheduled", number, one);
        platform.told("scheduled", number, other);
        var told = events.of(number);
        assertThat(told).hasSize(2);
        assertThat(told)
                .extracting(Events.Seen::version)
                .containsOnly(told.getFirst().version());
        told.forEach(event -> assertNothingOf(
                one.enterprise().equals(event.enterpriseId()) ? other : one,
                event.data().toString()));
    }

    @Test
    void an_unassigned_account_sees_nothing_of_it() {
        var tenant = platform.tenant();
        var body = platform.gcr(
                List.of(platform.window(java.time.Duration.ofDays(10))),
                List.of(MaintenancePlatform.outage(tenant.serviceA())));
        var number = MaintenancePlatform.text(
                api.post(CHANGE, "/api/v1/gcrs", body).expectStatus().isCreated(), "gcrNumber");
        platform.act(number, "confirm").expectStatus().isOk();
        var path = "/api/v1/gcrs/" + number;
        api.get(tenant.noc().onlyAccounts(tenant.accountA()), path)
                .expectStatus()
                .isOk();
        api.get(tenant.noc().onlyAccounts(tenant.enterprise() + "-B"), path)
                .expectStatus()
                .isNotFound();
        api.get(tenant.noc().onlyAccounts(tenant.enterprise() + "-B"), path + ".ics")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void a_change_manager_who_named_an_enterprise_still_tells_all() {
        var one = platform.tenant();
        var other = platform.tenant();
        var number = platform.planned(one, other);
        api.post(CHANGE.on(one.enterprise()), "/api/v1/gcrs/" + number + "/confirm", Map.of())
                .expectStatus()
                .isOk();
        platform.told("scheduled", number, other);
        assertThat(json(api.get(CHANGE, "/api/v1/gcrs/" + number + "/impacts"))
                        .path("items")
                        .size())
                .isEqualTo(4);
        assertThat(json(api.get(CHANGE.on(one.enterprise()), "/api/v1/gcrs/" + number + "/impacts"))
                        .path("items")
                        .findValuesAsString("enterpriseName"))
                .containsOnly("Enterprise " + one.enterprise());
    }

    @Test
    void the_database_itself_shows_a_gcr_to_those_it_hits_and_lets_none_of_them_change_it() {
        var one = platform.tenant();
        var other = platform.tenant();
        var number = platform.scheduled(one);
        var plan = platform.planned(one);
        var walls = new TenantWalls(db, transaction);
        assertThat(walls.leaked(one.enterprise(), TenantScope.of(other.enterprise())))
                .isEmpty();
        assertThat(walls.touched(one.enterprise(), TenantScope.of(other.enterprise())))
                .isEmpty();
        for (var table : List.of("gcr", "gcr_window", "gcr_update")) {
            assertThat(rows(table, number, TenantScope.of(one.enterprise()))).isPositive();
            assertThat(rows(table, number, TenantScope.of(one.enterprise(), Set.of("A-0"))))
                    .isZero();
            assertThat(rows(table, number, TenantScope.of(other.enterprise()))).isZero();
            assertThat(rows(table, number, TenantScope.NOTHING)).isZero();
            assertThat(rows(table, plan, TenantScope.of(one.enterprise()))).isZero();
        }
        var sql = "update gcr set title = 'mine' where gcr_number = '" + number + "'";
        assertThat(TenantScope.<Integer>call(
                        TenantScope.of(one.enterprise()),
                        () -> transaction.execute(_ -> db.sql(sql).update())))
                .isZero();
    }

    private long rows(String table, String number, TenantScope scope) {
        var sql = "select count(*) from %s where gcr_number = '%s'".formatted(table, number);
        return TenantScope.call(
                scope,
                () -> transaction.execute(_ -> db.sql(sql).query(Long.class).single()));
    }

    @Test
    void a_calendar_knows_each_window_by_the_same_id_over_all_changes() throws IOException, ParserException {
        var one = platform.tenant();
        var number = platform.scheduled(one, platform.tenant());
        var first = event(calendar(one, number));
        assertThat(value(first, Property.UID))
                .isEqualTo("%s-1@control-center.example/%s".formatted(number, one.enterprise()));
        assertThat(value(first, Property.SEQUENCE)).isEqualTo("0");
        assertThat(value(first, Property.DTSTART)).isEqualTo("20260611T150000Z");
        assertThat(value(first, Property.DTEND)).isEqualTo("20260611T190000Z");
        assertThat(value(first, Property.DTSTAMP)).isEqualTo("20260601T150000Z");
        assertThat(value(first, Property.ORGANIZER)).startsWith("mailto:");
        assertThat(value(first, "X-MAINTNOTE-ACCOUNT")).isEqualTo(one.enterprise());
        assertThat(value(first, "X-MAINTNOTE-MAINTENANCE-ID")).isEqualTo(number);
        assertThat(value(first, "X-MAINTNOTE-IMPACT")).isEqualTo("OUTAGE");
        assertThat(value(first, "X-MAINTNOTE-STATUS")).isEqualTo("CONFIRMED");
        assertThat(first.<Property>getProperties("X-MAINTNOTE-OBJECT-ID"))
                .extracting(Property::getValue)
                .containsExactly("CIR-" + one.serviceA(), "CIR-" + one.serviceB());
        platform.act(number, "cancel").expectStatus().isOk();
        var calendar = calendar(one, number);
        var second = event(calendar);
        assertThat(value(second, Property.UID)).isEqualTo(value(first, Property.UID));
        assertThat(value(second, Property.SEQUENCE)).isEqualTo("1");
        assertThat(value(second, "X-MAINTNOTE-STATUS")).isEqualTo("CANCELLED");
        assertThat(calendar.getProperty(Property.METHOD)).isEmpty();
    }

    private Calendar calendar(Tenant tenant, String number) throws IOException, ParserException {
        var text = body(api.get(tenant.noc(), "/api/v1/gcrs/" + number + ".ics")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith("text/calendar"));
        assertThat(text).contains("\r\nX-MAINTNOTE-PROVIDER:control-center.example\r\n");
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static VEvent event(Calendar calendar) {
        return (VEvent) calendar.getComponents().getFirst();
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse("");
    }
}
