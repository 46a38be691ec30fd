package io.controlcenter.repair.plannedwork;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the provider does to services by plan, as far as the transaction may see it. */
@Component
public class PlannedWork {

    private final JdbcClient db;

    PlannedWork(JdbcClient db) {
        this.db = db;
    }

    /** A maintenance event (GCR) on a service. */
    public record Maintenance(
            String gcrNumber, String title, String state, String impact, Instant start, Instant end) {}

    /** What was going on at a service at this instant, or had ended in the 24 hours before: a likely cause of trouble. */
    @Transactional(readOnly = true)
    public List<Maintenance> around(String serviceId, Instant at) {
        return db.sql("""
                        select w.gcr_number, w.title, w.state, s.impact, s.starts_at, s.ends_at
                        from planned_work_service s
                        join planned_work w on w.gcr_number = s.gcr_number and w.enterprise_id = s.enterprise_id
                        where s.service_id = :service and s.starts_at <= :at
                          and s.ends_at >= cast(:at as timestamptz) - interval '24 hours'
                          and w.state not in ('planned', 'tentative', 'postponed', 'cancelled')
                        order by s.starts_at, w.gcr_number""")
                .param("service", serviceId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Maintenance(
                        row.getString("gcr_number"),
                        row.getString("title"),
                        row.getString("state"),
                        row.getString("impact"),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
