package io.controlcenter.maintenance.conflicts;

import io.controlcenter.maintenance.changes.application.DiversityWatch;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes whose conflicts are to be looked at, in the transaction that made it necessary; of most enterprises none are. */
@Component
class QueuingChecks implements DiversityWatch {

    private static final String KEEP = """
            insert into conflict_check (enterprise_id, due_at)
            select distinct d.enterprise_id, cast(:at as timestamptz)
            from (select enterprise_id, unnest(service_ids) as service_id from diverse_group) d
            %s on conflict do nothing""";

    private final JdbcClient db;
    private final Clock clock;

    QueuingChecks(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public void changed(GcrNumber gcr) {
        db.sql(KEEP.formatted("""
                        join service_impact i on i.enterprise_id = d.enterprise_id and i.service_id = d.service_id
                        where i.gcr_number = :gcr"""))
                .param("gcr", gcr.digits())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    /** Something is new of these services. */
    void changed(Collection<String> serviceIds) {
        db.sql(KEEP.formatted("where d.service_id = any (:services)"))
                .param("services", serviceIds.toArray(String[]::new))
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    void later(String enterpriseId, Instant at) {
        db.sql("insert into conflict_check (enterprise_id, due_at) values (:enterprise, :at) on conflict do nothing")
                .param("enterprise", enterpriseId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
