package io.controlcenter.billing.support;

import io.controlcenter.billing.support.domain.SupportCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The calendars, one per segment. */
@Component
@Transactional(readOnly = true)
public class SupportCalendars {

    private final JdbcClient db;

    SupportCalendars(JdbcClient db) {
        this.db = db;
    }

    private record Row(ZoneId zone, DayOfWeek day, SupportCalendar.Hours hours) {}

    private record Holiday(LocalDate day, String name) {}

    public Optional<SupportCalendar> find(String segment) {
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
        return Optional.of(new SupportCalendar(segment, rows.getFirst().zone(), hours, holidays(segment)));
    }

    /** The calendar of a segment that is known to have one. */
    public SupportCalendar of(String segment) {
        return find(segment).orElseThrow(() -> new IllegalStateException("No support hours for " + segment));
    }

    private Map<LocalDate, String> holidays(String segment) {
        return db
                .sql("select day, name from support_holiday where segment = :segment")
                .param("segment", segment)
                .query((row, _) -> new Holiday(row.getObject("day", LocalDate.class), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Holiday::day, Holiday::name, (one, _) -> one, TreeMap::new));
    }

    List<String> segments() {
        return db.sql("select distinct segment from support_hours order by 1")
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Transactional
    void keepHoliday(String segment, LocalDate day, String name) {
        db.sql("""
                        insert into support_holiday (segment, day, name) values (:segment, :day, :name)
                        on conflict (segment, day) do update set name = :name""")
                .param("segment", segment)
                .param("day", day)
                .param("name", name)
                .update();
    }

    @Transactional
    boolean dropHoliday(String segment, LocalDate day) {
        return db.sql("delete from support_holiday where segment = :segment and day = :day")
                        .param("segment", segment)
                        .param("day", day)
                        .update()
                == 1;
    }
}
