package io.controlcenter.maintenance.changes.persistence;

import static io.controlcenter.maintenance.changes.persistence.Columns.required;

import io.controlcenter.maintenance.changes.application.GcrLog;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.GcrSnapshot;
import io.controlcenter.maintenance.changes.domain.NoticeKind;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcGcrLog implements GcrLog {

    private final JdbcClient db;
    private final Clock clock;

    JdbcGcrLog(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public void say(GcrSnapshot gcr, String text, String author) {
        db.sql("""
                        insert into gcr_update (gcr_number, at, sequence, text, author)
                        values (:gcr, :at, :sequence, :text, :author)""")
                .param("gcr", gcr.number().digits())
                .param("at", OffsetDateTime.now(clock))
                .param("sequence", gcr.sequence())
                .param("text", text)
                .param("author", author)
                .update();
    }

    @Override
    public void noticed(GcrSnapshot gcr, Map<String, NoticeKind> told) {
        db.sql("""
                        insert into gcr_notice (gcr_number, enterprise_id, sequence, kind, at)
                        select :gcr, enterprise, :sequence, kind, cast(:at as timestamptz)
                        from unnest(cast(:enterprises as text[]), cast(:kinds as text[])) as t (enterprise, kind)""")
                .param("gcr", gcr.number().digits())
                .param("sequence", gcr.publishedSequence())
                .param("enterprises", told.keySet().toArray(String[]::new))
                .param("kinds", told.values().stream().map(NoticeKind::name).toArray(String[]::new))
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    @Override
    public List<Entry> entries(GcrNumber gcr) {
        return db.sql("select at, text from gcr_update where gcr_number = :gcr order by id desc")
                .param("gcr", gcr.digits())
                .query((row, _) -> new Entry(required(row, "at"), row.getString("text")))
                .list();
    }
}
