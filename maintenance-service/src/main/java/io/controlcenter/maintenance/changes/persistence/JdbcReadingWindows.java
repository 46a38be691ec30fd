package io.controlcenter.maintenance.changes.persistence;

import io.controlcenter.maintenance.changes.application.Narrowing;
import io.controlcenter.maintenance.changes.application.ReadingWindows;
import java.util.List;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class JdbcReadingWindows implements ReadingWindows {

    private static final String OF_THE_ENTERPRISE = """
            from gcr_window w join gcr g on g.gcr_number = w.gcr_number
            join service_impact i on i.gcr_number = w.gcr_number and i.window_number = w.number
            where i.enterprise_id = :enterprise and g.first_notice_at is not null and i.dropped_at is null and %s""";

    private static final String CONFLICT = """
            exists (select 1 from maintenance_conflict c where c.enterprise_id = :enterprise and c.resolved_at is null
              and w.gcr_number || '-' || w.number = any (c.window_ids)) as conflict""";

    private final JdbcClient db;

    JdbcReadingWindows(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<WindowLine> windows(String enterpriseId, Narrowing narrowing) {
        var narrowed = within(enterpriseId, narrowing);
        return read(
                """
                select w.*, g.title, g.designation, count(*) as services, %s as impact, %s %s
                group by w.gcr_number, w.number, g.title, g.designation
                order by w.starts_at, w.gcr_number, w.number""".formatted(Columns.WORST, CONFLICT, OF_THE_ENTERPRISE.formatted(narrowed.condition())),
                narrowed,
                WindowLine.class);
    }

    @Override
    public List<Row> rows(String enterpriseId, Narrowing narrowing) {
        var narrowed = within(enterpriseId, narrowing);
        return read("""
                select w.*, g.title, g.designation, i.account_id, i.service_id, i.circuit_id, i.impact,
                  i.max_duration_minutes, i.outcome %s
                order by w.starts_at, w.gcr_number, w.number, i.service_id""".formatted(OF_THE_ENTERPRISE.formatted(narrowed.condition())), narrowed, Row.class);
    }

    private static Narrowed within(String enterpriseId, Narrowing narrowing) {
        return new Narrowed(enterpriseId, narrowing).within("w.ends_at", "w.starts_at", narrowing);
    }

    private <T> List<T> read(String sql, Narrowed narrowed, Class<T> type) {
        return db.sql(sql)
                .params(narrowed.parameters())
                .query(DataClassRowMapper.newInstance(type))
                .list();
    }
}
