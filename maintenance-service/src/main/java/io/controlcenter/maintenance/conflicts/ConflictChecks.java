package io.controlcenter.maintenance.conflicts;

import io.controlcenter.platform.work.DueWork;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at the conflicts of enterprises for which a window, a service or a ticket changed, or a window has come near. */
@Component
class ConflictChecks implements DueWork {

    private static final int AT_ONCE = 50;
    private final JdbcClient db;
    private final WatchingConflicts watching;
    private final TransactionTemplate transaction;

    ConflictChecks(JdbcClient db, WatchingConflicts watching, TransactionTemplate transaction) {
        this.db = db;
        this.watching = watching;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "maintenance-conflicts";
    }

    @Override
    public int doDue(Instant now) {
        var due = transaction.execute(
                _ -> db.sql("select distinct enterprise_id from conflict_check where due_at <= :now limit :most")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("most", AT_ONCE)
                        .query((row, _) -> row.getString(1))
                        .list());
        due.forEach(enterprise -> watching.due(enterprise, now));
        return due.size();
    }
}
