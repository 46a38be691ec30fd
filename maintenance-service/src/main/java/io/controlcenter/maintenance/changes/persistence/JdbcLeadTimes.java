package io.controlcenter.maintenance.changes.persistence;

import static io.controlcenter.maintenance.changes.persistence.Columns.utc;

import io.controlcenter.maintenance.changes.application.LeadTimes;
import io.controlcenter.maintenance.changes.application.MaintenanceSettings;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class JdbcLeadTimes implements LeadTimes {

    private final JdbcClient db;
    private final MaintenanceSettings settings;

    JdbcLeadTimes(JdbcClient db, MaintenanceSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    @Override
    public List<Share> of(Instant from, Instant to) {
        return db.sql("""
                        select designation, count(*) as gcrs, min(lead_time_hours) as shortest_hours,
                          percentile_disc(0.5) within group (order by lead_time_hours) as median_hours,
                          count(*) filter (where lead_time_hours < :notice) as below_notice
                        from gcr where lead_time_hours is not null and starts_at >= :from and starts_at < :to
                        group by designation order by designation""")
                .param("notice", settings.notice().toHours())
                .param("from", utc(from))
                .param("to", utc(to))
                .query(DataClassRowMapper.newInstance(Share.class))
                .list();
    }
}
