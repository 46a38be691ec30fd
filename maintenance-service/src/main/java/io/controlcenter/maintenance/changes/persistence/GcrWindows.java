package io.controlcenter.maintenance.changes.persistence;

import static io.controlcenter.maintenance.changes.persistence.Columns.instant;
import static io.controlcenter.maintenance.changes.persistence.Columns.required;
import static io.controlcenter.maintenance.changes.persistence.Columns.utc;

import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.GcrSnapshot;
import io.controlcenter.maintenance.changes.domain.GcrState;
import io.controlcenter.maintenance.changes.domain.Times;
import io.controlcenter.maintenance.changes.domain.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The windows of GCRs, written in one batch. */
@Component
class GcrWindows {

    private static final String WRITE = """
            insert into gcr_window (gcr_number, number, kind, starts_at, ends_at, time_zone, state, overrun,
              next_reminder_at)
            values (:gcr, :number, :kind, :start, :end, :zone, :state, :overrun, :reminder)
            on conflict (gcr_number, number) do update set kind = excluded.kind, starts_at = excluded.starts_at,
              ends_at = excluded.ends_at, time_zone = excluded.time_zone, state = excluded.state,
              overrun = excluded.overrun, next_reminder_at = excluded.next_reminder_at""";

    private final JdbcClient db;
    private final NamedParameterJdbcOperations batch;

    GcrWindows(JdbcClient db, NamedParameterJdbcOperations batch) {
        this.db = db;
        this.batch = batch;
    }

    void write(GcrSnapshot gcr) {
        db.sql("delete from gcr_window where gcr_number = :gcr and number > :last")
                .param("gcr", gcr.number().digits())
                .param("last", gcr.windows().size())
                .update();
        batch.batchUpdate(
                WRITE,
                gcr.windows().stream()
                        .map(window -> parameters(gcr.number(), window))
                        .toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource parameters(GcrNumber gcr, Window window) {
        return new MapSqlParameterSource()
                .addValue("gcr", gcr.digits())
                .addValue("number", window.number())
                .addValue("kind", window.kind().name())
                .addValue("start", utc(window.start()))
                .addValue("end", utc(window.end()))
                .addValue("zone", window.timeZone().getId())
                .addValue("state", window.state().wire())
                .addValue("overrun", window.overrun())
                .addValue("reminder", utc(window.nextReminderAt()));
    }

    List<Window> of(GcrNumber gcr) {
        return db.sql("select * from gcr_window where gcr_number = :gcr order by number")
                .param("gcr", gcr.digits())
                .query((row, _) -> window(row))
                .list();
    }

    private static Window window(ResultSet row) throws SQLException {
        var times =
                new Times(required(row, "starts_at"), required(row, "ends_at"), ZoneId.of(row.getString("time_zone")));
        return new Window(
                row.getInt("number"),
                Window.Kind.valueOf(row.getString("kind")),
                times.start(),
                times.end(),
                times.timeZone(),
                GcrState.of(row.getString("state")),
                row.getBoolean("overrun"),
                instant(row, "next_reminder_at"));
    }
}
