package io.controlcenter.billing.support;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The calendars, one per segment. */
@Component
@Transactional(readOnly = true)
class SupportCalendars {

    private final JdbcClient db;

    SupportCalendars(JdbcClient db) {
        this.db = db;
    }

    private record Row(ZoneId zone, DayOfWeek day, SupportCalendar.Hours hours) {}

    Optional<SupportCalendar> find(String segment) {
        var rows = db.sql("select time_zone, weekday, opens, closes from support_hours where segment = :segment")
                .param("segment", segment)
                .query((row, _) -> new Row(
                        ZoneId.of(row.getString("time_zone")),
                        DayOfWeek.of(row.getInt("weekday")),
                        new SupportCalendar.Hours(
                                row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class))))
                .list();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var hours = rows.stream().collect(Collectors.toMap(Row::day, Row::hours));
        return Optional.of(
                new SupportCalendar(segment, rows.getFirst().zone(), hours, new HashSet<>(holidays(segment))));
    }

    private List<LocalDate> holidays(String segment) {
        return db.sql("select day from support_holiday where segment = :segment")
                .param("segment", segment)
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .list();
    }

    List<String> segments() {
        return db.sql("select distinct segment from support_hours order by 1")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
