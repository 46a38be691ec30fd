package io.controlcenter.maintenance.changes.persistence;

import io.controlcenter.maintenance.changes.application.Warnings;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import java.util.List;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class JdbcWarnings implements Warnings {

    private static final String TO_COME = "('planned', 'tentative', 'scheduled', 'inProgress')";

    /** Windows {@code a} of one GCR and {@code b} of another that works on the same element at the same time. */
    static final String BUSY = """
            gcr o join gcr_window b on b.gcr_number = o.gcr_number and b.state in %1$s
            join gcr_window a on a.gcr_number = g.gcr_number and a.state in %1$s
              and a.starts_at < b.ends_at and b.starts_at < a.ends_at
            where o.network_elements && g.network_elements and o.gcr_number <> g.gcr_number""".formatted(TO_COME);

    /** Open outage tickets {@code t} of services {@code i} that work to come hits. */
    static final String DOWN = """
            outage_ticket t join service_impact i on i.service_id = t.service_id and i.gcr_number = g.gcr_number
              and i.dropped_at is null and i.outcome in ('PENDING', 'POSTPONED')
            where t.open and g.state not in ('completed', 'cancelled')""";

    private static final String ALL = """
            select * from (
              select distinct 'ELEMENT_BUSY' as code, g.gcr_number || '-' || busy.number as window_id,
                shared.element as network_element, busy.gcr_number as other_gcr_number, null as service_id,
                null as circuit_id, null as ticket_number, null as conflict_id, null as enterprise_id
              from gcr g
                cross join lateral (select a.number, o.gcr_number, o.network_elements from %1$s) busy
                cross join lateral (select unnest(g.network_elements)
                  intersect select unnest(busy.network_elements)) shared (element)
              where g.gcr_number = :gcr
              union all
              select distinct 'OPEN_OUTAGE_TICKET', null, null, null, d.service_id, d.circuit_id, d.ticket_number, null,
                d.enterprise_id
              from gcr g cross join lateral (
                select i.service_id, i.circuit_id, t.ticket_number, i.enterprise_id from %2$s) d
              where g.gcr_number = :gcr
              union all
              select 'DIVERSITY_AT_RISK', null, null, null, null, null, null, c.conflict_id, c.enterprise_id
              from maintenance_conflict c where c.resolved_at is null and :gcr = any (c.gcr_numbers)) w
            order by array_position(array['ELEMENT_BUSY', 'OPEN_OUTAGE_TICKET', 'DIVERSITY_AT_RISK'], code), window_id,
              other_gcr_number, network_element, enterprise_id, ticket_number, service_id, conflict_id
            limit 100""".formatted(BUSY, DOWN);

    private final JdbcClient db;

    JdbcWarnings(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Warning> of(GcrNumber gcr) {
        return db.sql(ALL)
                .param("gcr", gcr.digits())
                .query(DataClassRowMapper.newInstance(Warning.class))
                .list();
    }
}
