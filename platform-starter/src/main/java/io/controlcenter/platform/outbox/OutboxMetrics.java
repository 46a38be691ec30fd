package io.controlcenter.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the relay is behind, and how many dead letters wait. */
public final class OutboxMetrics implements MeterBinder {

    private final JdbcClient db;

    public OutboxMetrics(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "outbox.unpublished.rows", "select count(*) from outbox_event");
        gauge(
                registry,
                "outbox.oldest.seconds",
                "select coalesce(extract(epoch from now() - min(written_at)), 0) from outbox_event");
        gauge(registry, "dead.letters.waiting", "select count(*) from dead_letter where state = 'WAITING'");
    }

    private void gauge(MeterRegistry registry, String name, String sql) {
        Gauge.builder(name, () -> read(sql)).register(registry);
    }

    private double read(String sql) {
        try {
            return db.sql(sql).query(Double.class).single();
        } catch (DataAccessException _) {
            return Double.NaN;
        }
    }
}
