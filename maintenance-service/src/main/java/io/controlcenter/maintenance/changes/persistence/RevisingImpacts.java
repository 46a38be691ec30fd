package io.controlcenter.maintenance.changes.persistence;

import static io.controlcenter.maintenance.changes.persistence.Columns.utc;

import io.controlcenter.maintenance.changes.application.Impacts.Unknown;
import io.controlcenter.maintenance.changes.application.Selection;
import io.controlcenter.maintenance.changes.domain.Affected;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Other services for a GCR that customers know of: all are taken off, and those that are wanted are put back. What is put
 * back as it was has not changed.
 */
@Component
class RevisingImpacts {

    private static final String PUT_BACK = """
            insert into service_impact as i (gcr_number, window_number, outcome, service_id, enterprise_id, account_id,
              circuit_id, bandwidth, a_location, z_location, order_number, impact, max_duration_minutes, changed_at,
              noticed_at)
            select :gcr, w.number, w.outcome, s.service_id, s.enterprise_id, s.account_id, s.circuit_id, s.bandwidth,
              s.a_location, s.z_location, s.order_number, :impact, :minutes, :sequence, cast(:now as timestamptz)
            from installed_service s cross join (
              select number, case state when 'postponed' then 'POSTPONED' else 'PENDING' end as outcome from gcr_window
              where gcr_number = :gcr and number = any (:windows)) w
            where s.active and (%s)
            order by s.enterprise_id, s.service_id, w.number
            on conflict (gcr_number, window_number, service_id) do update set
              outcome = excluded.outcome, impact = excluded.impact,
              max_duration_minutes = excluded.max_duration_minutes, dropped_at = null,
              changed_at = case when i.dropped_at = :sequence and i.impact = excluded.impact
                  and i.max_duration_minutes = excluded.max_duration_minutes then i.changed_at
                else :sequence end,
              noticed_at = case when i.dropped_at = :sequence
                  and array_position(cast(:order as text[]), i.impact)
                    >= array_position(cast(:order as text[]), excluded.impact) then i.noticed_at
                else excluded.noticed_at end
            where i.dropped_at is not null""".formatted(FindingServices.CONDITION);

    private final JdbcClient db;
    private final FindingServices services;

    RevisingImpacts(JdbcClient db, FindingServices services) {
        this.db = db;
        this.services = services;
    }

    List<Unknown> revise(GcrNumber gcr, List<Integer> windows, List<Selection> selections, int sequence, Instant now) {
        db.sql("""
                        update service_impact set dropped_at = :sequence, outcome = 'CANCELLED'
                        where gcr_number = :gcr and window_number = any (:windows) and dropped_at is null""")
                .param("gcr", gcr.digits())
                .param("windows", windows.toArray(Integer[]::new))
                .param("sequence", sequence)
                .update();
        var unknown = new ArrayList<Unknown>();
        for (int i = 0; i < selections.size(); i++) {
            unknown.addAll(services.unknown("/" + i, selections.get(i)));
            services.parameters(db.sql(PUT_BACK), selections.get(i))
                    .param("gcr", gcr.digits())
                    .param("windows", windows.toArray(Integer[]::new))
                    .param("impact", selections.get(i).impact().name())
                    .param("minutes", selections.get(i).maxDurationMinutes())
                    .param("sequence", sequence)
                    .param("order", Columns.IMPACTS)
                    .param("now", utc(now))
                    .update();
        }
        return unknown;
    }

    Revision revision(GcrNumber gcr, Affected affected, int sequence, Instant now) {
        return db.sql("""
                        select coalesce(bool_or(changed_at = :sequence or dropped_at = :sequence), false) as changed,
                          coalesce(bool_or(dropped_at is null and noticed_at = :now and impact <> 'NO_IMPACT'), false)
                            as disturbed
                        from service_impact where gcr_number = :gcr""")
                .param("gcr", gcr.digits())
                .param("sequence", sequence)
                .param("now", utc(now))
                .query((row, _) -> new Revision(affected, row.getBoolean("changed"), row.getBoolean("disturbed")))
                .single();
    }
}
