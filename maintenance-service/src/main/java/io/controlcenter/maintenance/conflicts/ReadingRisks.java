package io.controlcenter.maintenance.conflicts;

import io.controlcenter.maintenance.changes.application.MaintenanceSettings;
import io.controlcenter.maintenance.changes.domain.Impact;
import io.controlcenter.maintenance.conflicts.domain.Diversity;
import io.controlcenter.maintenance.conflicts.domain.Hit;
import io.controlcenter.maintenance.conflicts.domain.Outage;
import io.controlcenter.maintenance.conflicts.domain.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What threatens the services of a group now. */
@Component
class ReadingRisks {

    private final JdbcClient db;
    private final MaintenanceSettings settings;

    ReadingRisks(JdbcClient db, MaintenanceSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    Diversity of(String enterpriseId, List<String> serviceIds, Instant now) {
        return new Diversity(
                hits(enterpriseId, serviceIds, now), outages(enterpriseId, serviceIds), settings.conflictHorizon());
    }

    /** A window that overruns lasts at least until now. */
    private List<Hit> hits(String enterpriseId, List<String> serviceIds, Instant now) {
        return db.sql("""
                        select i.service_id, i.circuit_id, i.account_id, w.gcr_number,
                          w.gcr_number || '-' || w.number as window_id, w.starts_at,
                          case when w.overrun then greatest(w.ends_at, :now) else w.ends_at end as ends_at
                        from service_impact i
                        join gcr_window w on w.gcr_number = i.gcr_number and w.number = i.window_number
                        join gcr g on g.gcr_number = i.gcr_number
                        join installed_service s on s.service_id = i.service_id and s.active
                        where i.enterprise_id = :enterprise and i.service_id = any (:services)
                          and i.dropped_at is null and i.outcome = 'PENDING' and i.impact = any (:impacts)
                          and g.first_notice_at is not null and w.state in ('tentative', 'scheduled', 'inProgress')
                        order by w.starts_at, window_id, i.service_id""")
                .param("enterprise", enterpriseId)
                .param("services", serviceIds.toArray(String[]::new))
                .param(
                        "impacts",
                        settings.conflictImpacts().stream().map(Impact::name).toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Hit(
                        side(row),
                        row.getString("gcr_number"),
                        row.getString("window_id"),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private List<Outage> outages(String enterpriseId, List<String> serviceIds) {
        return db.sql("""
                        select t.ticket_number, s.service_id, s.circuit_id, s.account_id from outage_ticket t
                        join installed_service s on s.service_id = t.service_id and s.active
                        where t.open and s.enterprise_id = :enterprise and t.service_id = any (:services)
                        order by t.ticket_number""")
                .param("enterprise", enterpriseId)
                .param("services", serviceIds.toArray(String[]::new))
                .query((row, _) -> new Outage(side(row), row.getString("ticket_number")))
                .list();
    }

    private static Side side(ResultSet row) throws SQLException {
        return new Side(row.getString("service_id"), row.getString("circuit_id"), row.getString("account_id"));
    }
}
