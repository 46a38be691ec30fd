package io.controlcenter.repair.plannedwork;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the provider does to services by plan, as far as the transaction may see it. */
@Component
public class PlannedWork {

    private final JdbcClient db;
    private final PlannedWorkSettings settings;

    PlannedWork(JdbcClient db, PlannedWorkSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /** A window of maintenance (GCR) on a service. */
    public record Maintenance(
            String gcrNumber,
            String windowId,
            String title,
            String state,
            String impact,
            Instant start,
            Instant end,
            boolean overrun) {}

    /** A time in which planned work was allowed to touch the service; what lies beyond it is no plan. */
    public record PlannedTime(Instant start, Instant end) {}

    /**
     * What is going on at a service at this instant, is near, or ended shortly before: a likely cause of trouble. A window
     * that was called off, put off or left for another one is none.
     */
    @Transactional(readOnly = true)
    public List<Maintenance> around(String serviceId, Instant at) {
        return db.sql("""
                        select w.gcr_number, s.window_id, w.title, s.state, s.impact, s.starts_at, s.ends_at, s.overrun
                        from planned_window s
                        join planned_work w on w.gcr_number = s.gcr_number and w.enterprise_id = s.enterprise_id
                        where s.service_id = :service and s.starts_at <= :ahead and (s.ends_at >= :before
                            or s.state = 'inProgress')
                          and s.state in ('scheduled', 'inProgress', 'completed', 'notCompleted')
                          and w.state not in ('planned', 'tentative', 'postponed', 'cancelled')
                        order by s.starts_at, w.gcr_number, s.window_id""")
                .param("service", serviceId)
                .param("ahead", at.plus(settings.ahead()).atOffset(ZoneOffset.UTC))
                .param("before", at.minus(settings.before()).atOffset(ZoneOffset.UTC))
                .query((row, _) -> maintenance(row))
                .list();
    }

    private static Maintenance maintenance(ResultSet row) throws SQLException {
        return new Maintenance(
                row.getString("gcr_number"),
                row.getString("window_id"),
                row.getString("title"),
                row.getString("state"),
                row.getString("impact"),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                row.getBoolean("overrun"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /**
     * How the work of a GCR on a service stands.
     *
     * @param overranAt the planned end of the window that it goes on beyond; null unless it does
     */
    public record Standing(WorkStatus status, @Nullable Instant overranAt) {}

    /** Empty when the GCR is not planned on that service. */
    @Transactional(readOnly = true)
    public Optional<Standing> standing(String gcrNumber, String serviceId) {
        return db.sql("""
                        select w.state, bool_or(s.state = 'inProgress') as under_way,
                          max(s.ends_at) filter (where s.state = 'inProgress' and s.overrun) as overran_at
                        from planned_work w join planned_window s using (gcr_number, enterprise_id)
                        where w.gcr_number = :gcr and s.service_id = :service group by w.state""")
                .param("gcr", gcrNumber)
                .param("service", serviceId)
                .query((row, _) -> {
                    var overran = row.getObject("overran_at", OffsetDateTime.class);
                    return new Standing(
                            WorkStatus.of(row.getString("state"), row.getBoolean("under_way"), overran != null),
                            overran == null ? null : overran.toInstant());
                })
                .optional();
    }

    /** The GCR that is under way on a service within its window, if one is. */
    @Transactional(readOnly = true)
    public Optional<String> underWay(String serviceId) {
        return db.sql("""
                        select gcr_number from planned_window
                        where service_id = :service and state = 'inProgress' and not overrun and impact <> 'NO_IMPACT'
                        order by starts_at limit 1""")
                .param("service", serviceId)
                .query((row, _) -> row.getString(1))
                .optional();
    }

    /** The windows in which work was really done on a service in this time, at most to their planned end. */
    @Transactional(readOnly = true)
    public List<PlannedTime> worked(String serviceId, Instant from, Instant until) {
        return db.sql("""
                        select starts_at, ends_at from planned_window
                        where service_id = :service and starts_at < :until and ends_at > :from
                          and state in ('inProgress', 'completed', 'notCompleted', 'alternateInvoked')
                          and impact <> 'NO_IMPACT'
                        order by starts_at""")
                .param("service", serviceId)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new PlannedTime(instant(row, "starts_at"), instant(row, "ends_at")))
                .list();
    }
}
