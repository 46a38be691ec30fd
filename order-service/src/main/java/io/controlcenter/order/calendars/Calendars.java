package io.controlcenter.order.calendars;

import io.controlcenter.order.calendars.domain.BusinessCalendar;
import io.controlcenter.platform.audit.AuditTrail;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The business calendars, kept by operations; the same for every enterprise. */
@Component
public class Calendars {

    private final JdbcClient db;
    private final NamedParameterJdbcOperations batch;
    private final AuditTrail audit;

    Calendars(JdbcClient db, NamedParameterJdbcOperations batch, AuditTrail audit) {
        this.db = db;
        this.batch = batch;
        this.audit = audit;
    }

    record Kept(BusinessCalendar calendar, boolean standard, long version) {}

    /** The one by which intervals and windows count, unless a country has its own. There is always exactly one. */
    @Transactional(readOnly = true)
    public BusinessCalendar standard() {
        return kept("standard", null).getFirst().calendar();
    }

    /** The calendar of a country (ISO 3166 code), or the standard one when it has none of its own. */
    @Transactional(readOnly = true)
    public BusinessCalendar of(@Nullable String country) {
        return country == null ? standard() : find(country).map(Kept::calendar).orElseGet(this::standard);
    }

    Optional<Kept> find(String calendarId) {
        return kept("calendar_id = :id", calendarId).stream().findFirst();
    }

    List<Kept> all() {
        return kept("true", null);
    }

    private List<Kept> kept(String condition, @Nullable String id) {
        var holidays = holidays();
        return db.sql("select * from business_calendar where " + condition + " order by calendar_id")
                .param("id", id)
                .query((row, _) -> new Kept(
                        new BusinessCalendar(
                                row.getString("calendar_id"),
                                row.getString("name"),
                                ZoneId.of(row.getString("time_zone")),
                                Arrays.stream((String[]) row.getArray("weekend").getArray())
                                        .map(DayOfWeek::valueOf)
                                        .collect(Collectors.toSet()),
                                holidays.getOrDefault(row.getString("calendar_id"), Map.of())),
                        row.getBoolean("standard"),
                        row.getLong("version")))
                .list();
    }

    private Map<String, Map<LocalDate, String>> holidays() {
        record Holiday(String calendarId, LocalDate day, String name) {}
        return db.sql("select calendar_id, day, name from calendar_holiday").query(Holiday.class).list().stream()
                .collect(Collectors.groupingBy(Holiday::calendarId, Collectors.toMap(Holiday::day, Holiday::name)));
    }

    /** Writes a calendar as a whole; a new one begins with version 0. */
    Kept put(BusinessCalendar calendar, @Nullable Kept before) {
        db.sql("""
                        insert into business_calendar (calendar_id, name, time_zone, weekend, standard, version)
                        values (:id, :name, :zone, :weekend, false, 0)
                        on conflict (calendar_id) do update set name = :name, time_zone = :zone, weekend = :weekend,
                          version = business_calendar.version + 1""")
                .param("id", calendar.calendarId())
                .param("name", calendar.name())
                .param("zone", calendar.zone().getId())
                .param(
                        "weekend",
                        calendar.weekend().stream().map(Enum::name).sorted().toArray(String[]::new))
                .update();
        db.sql("delete from calendar_holiday where calendar_id = :id")
                .param("id", calendar.calendarId())
                .update();
        batch.batchUpdate(
                "insert into calendar_holiday (calendar_id, day, name) values (:id, :day, :name)",
                calendar.holidays().entrySet().stream()
                        .map(holiday -> new MapSqlParameterSource()
                                .addValue("id", calendar.calendarId())
                                .addValue("day", holiday.getKey())
                                .addValue("name", holiday.getValue()))
                        .toArray(SqlParameterSource[]::new));
        audit.record(
                null,
                "calendar.kept",
                "business-calendar",
                calendar.calendarId(),
                before == null ? null : before.calendar(),
                calendar);
        return find(calendar.calendarId()).orElseThrow();
    }

    /** Serialises writers of one calendar, also of one that does not exist yet. */
    void lock(String calendarId) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('business-calendar:' || :id, 0))")
                .param("id", calendarId)
                .query((_, _) -> true)
                .single();
    }
}
