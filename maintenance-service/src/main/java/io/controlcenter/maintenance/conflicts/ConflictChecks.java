package io.controlcenter.maintenance.conflicts;

import io.controlcenter.platform.work.DueWork;
import io.controlcenter.platform.work.OneByOne;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at the conflicts of enterprises for which a window, a service or a ticket changed, or a window has come near. */
@Component
class ConflictChecks implements DueWork {

    private final JdbcClient db;
    private final WatchingConflicts watching;
    private final OneByOne oneByOne;

    ConflictChecks(JdbcClient db, WatchingConflicts watching, OneByOne oneByOne) {
        this.db = db;
        this.watching = watching;
        this.oneByOne = oneByOne;
    }

    @Override
    public String name() {
        return "maintenance-conflicts";
    }

    @Override
    public int doDue(Instant now) {
        return oneByOne.each(name(), now, atMost -> due(now, atMost), enterprise -> {
            watching.due(enterprise, now);
            return true;
        });
    }

    private List<String> due(Instant now, int atMost) {
        return db.sql("""
                        select enterprise_id from conflict_check where due_at <= :now
                        group by enterprise_id order by min(due_at) limit :most""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", atMost)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
