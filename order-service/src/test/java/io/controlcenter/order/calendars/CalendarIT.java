package io.controlcenter.order.calendars;

import static io.controlcenter.order.OrderPlatform.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.controlcenter.order.OrderPlatform;
import io.controlcenter.order.OrderServiceTest;
import io.controlcenter.platform.test.Api;
import io.controlcenter.platform.test.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Business calendars as operations keep them. */
@OrderServiceTest
class CalendarIT {

    private static final Tokens.Draft OPERATIONS = Tokens.provider("OPERATIONS");

    @Autowired
    private OrderPlatform platform;

    @Autowired
    private Api api;

    @Autowired
    private Calendars calendars;

    private RestTestClient.ResponseSpec put(Tokens.Draft user, String id, String ifMatch, Object body) {
        return api.as(user)
                .put()
                .uri("/api/v1/business-calendars/" + id)
                .header("If-Match", ifMatch)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    @Test
    void the_federal_holidays_of_several_years_are_there() {
        var us = json(api.get(platform.tenant().buyer(), "/api/v1/business-calendars/US")
                .expectStatus()
                .isOk());
        assertThat(us.path("standard").asBoolean()).isTrue();
        assertThat(us.path("timeZone").asString()).isEqualTo("America/Chicago");
        assertThat(us.path("holidays").findValuesAsString("date"))
                .contains("2026-07-03", "2026-11-26", "2027-12-24", "2030-05-27")
                .hasSizeGreaterThan(60);
        assertThat(calendars.of("US").plusBusinessDays(LocalDate.parse("2026-11-25"), 1))
                .isEqualTo("2026-11-27");
        assertThat(calendars.of("ZZ").calendarId()).as("the standard one").isEqualTo("US");
    }

    @Test
    void operations_keep_a_calendar_and_nobody_else() {
        var body = Map.of(
                "name",
                "Canada",
                "timeZone",
                "America/Toronto",
                "weekend",
                List.of("SATURDAY", "SUNDAY"),
                "holidays",
                List.of(Map.of("date", "2026-07-01", "name", "Canada Day")));
        put(platform.tenant().buyer(), "CA", "*", body).expectStatus().isForbidden();
        put(Tokens.provider("SALES"), "CA", "*", body).expectStatus().isForbidden();
        var tag = put(OPERATIONS, "CA", "*", body)
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();
        assertThat(calendars.of("CA").isBusinessDay(LocalDate.parse("2026-07-01")))
                .isFalse();
        put(OPERATIONS, "CA", tag, body).expectStatus().isOk();
        put(OPERATIONS, "CA", tag, body).expectStatus().isEqualTo(412);
        assertThat(json(api.get(OPERATIONS, "/api/v1/business-calendars"))
                        .path("items")
                        .findValuesAsString("calendarId"))
                .contains("CA", "US");
        api.get(OPERATIONS, "/api/v1/business-calendars/ATLANTIS")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        var holiday = Map.of("date", "2026-07-01", "name", "Canada Day");
        var twice = json(put(
                        OPERATIONS,
                        "MX",
                        "*",
                        Map.of(
                                "name",
                                "Mexico",
                                "timeZone",
                                "America/Mexico_City",
                                "weekend",
                                List.of(),
                                "holidays",
                                List.of(holiday, holiday)))
                .expectStatus()
                .isEqualTo(422));
        assertThat(twice.at("/errors/0/pointer").asString()).isEqualTo("/holidays/1/date");
        var wrong = json(put(
                        OPERATIONS,
                        "MX",
                        "*",
                        Map.of(
                                "name",
                                "",
                                "timeZone",
                                "Mars/Olympus",
                                "weekend",
                                List.of("SOMEDAY"),
                                "holidays",
                                List.of(Map.of("date", "yesterday", "name", "x"))))
                .expectStatus()
                .isEqualTo(422));
        assertThat(wrong.path("errors").findValuesAsString("pointer"))
                .contains("/name", "/timeZone", "/weekend/0", "/holidays/0/date");
        put(OPERATIONS, "mx", "*", Map.of("name", "x", "timeZone", "UTC", "weekend", List.of(), "holidays", List.of()))
                .expectStatus()
                .isEqualTo(422);
    }
}
