package io.controlcenter.maintenance.calendars;

import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.GcrState;
import io.controlcenter.maintenance.changes.domain.Impact;
import io.controlcenter.maintenance.changes.domain.Location;
import io.controlcenter.maintenance.changes.domain.ServiceOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The windows of an enterprise for calendars, as far as the transaction may see them. */
@Component
@Transactional(readOnly = true)
class ReadingCalendars {

    private final JdbcClient db;
    private final JsonMapper json;

    ReadingCalendars(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    List<CalendarEntry> of(GcrNumber gcr, String enterpriseId) {
        return entries(enterpriseId, "g.gcr_number = :gcr", Map.of("gcr", gcr.digits()));
    }

    /** What ends after this instant, of all GCRs. */
    List<CalendarEntry> since(Instant since, String enterpriseId) {
        return entries(enterpriseId, "w.ends_at > :since", Map.of("since", since.atOffset(ZoneOffset.UTC)));
    }

    private List<CalendarEntry> entries(String enterpriseId, String condition, Map<String, ?> parameters) {
        var windows = db.sql("""
                        select w.gcr_number, w.number, w.starts_at, w.ends_at, w.state, g.title, g.reason, g.locations,
                          g.sequence, coalesce((select max(u.at) from gcr_update u
                            where u.gcr_number = g.gcr_number), g.noticed_at) as stamped_at
                        from gcr g join gcr_window w on w.gcr_number = g.gcr_number
                        where g.first_notice_at is not null and %s
                          and exists (select 1 from service_impact i
                            where i.gcr_number = g.gcr_number and i.enterprise_id = :enterprise)
                        order by w.starts_at, w.gcr_number, w.number""".formatted(condition))
                .params(parameters)
                .param("enterprise", enterpriseId)
                .query((row, _) -> window(row))
                .list();
        var hits = hits(
                enterpriseId,
                windows.stream().map(CalendarEntry::gcrNumber).distinct().toList());
        return windows.stream()
                .map(window -> with(window, hits.getOrDefault(window.gcrNumber(), List.of())))
                .toList();
    }

    private Map<String, List<CalendarEntry.Hit>> hits(String enterpriseId, List<String> gcrs) {
        return db
                .sql("""
                        select gcr_number, window_number, account_id, circuit_id, impact, outcome from service_impact
                        where enterprise_id = :enterprise and gcr_number = any (:gcrs)""")
                .param("enterprise", enterpriseId)
                .param("gcrs", gcrs.toArray(String[]::new))
                .query((row, _) -> hit(row))
                .stream()
                .collect(Collectors.groupingBy(CalendarEntry.Hit::gcrNumber));
    }

    private static CalendarEntry.Hit hit(ResultSet row) throws SQLException {
        return new CalendarEntry.Hit(
                row.getString("gcr_number"),
                row.getInt("window_number"),
                row.getString("account_id"),
                row.getString("circuit_id"),
                Impact.valueOf(row.getString("impact")),
                ServiceOutcome.valueOf(row.getString("outcome")));
    }

    private CalendarEntry window(ResultSet row) throws SQLException {
        return new CalendarEntry(
                row.getString("gcr_number"),
                row.getInt("number"),
                row.getString("title"),
                row.getString("reason"),
                List.of(json.readValue(row.getString("locations"), Location[].class)),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                GcrState.of(row.getString("state")),
                row.getInt("sequence"),
                instant(row, "stamped_at"),
                List.of(),
                List.of());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static CalendarEntry with(CalendarEntry window, List<CalendarEntry.Hit> whole) {
        return new CalendarEntry(
                window.gcrNumber(),
                window.window(),
                window.title(),
                window.reason(),
                window.locations(),
                window.start(),
                window.end(),
                window.state(),
                window.sequence(),
                window.stampedAt(),
                whole.stream().filter(hit -> hit.window() == window.window()).toList(),
                whole);
    }
}
