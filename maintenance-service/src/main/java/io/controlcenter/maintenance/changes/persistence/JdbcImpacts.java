package io.controlcenter.maintenance.changes.persistence;

import io.controlcenter.maintenance.changes.application.Impacts;
import io.controlcenter.maintenance.changes.application.Selection;
import io.controlcenter.maintenance.changes.domain.Affected;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.Impact;
import io.controlcenter.maintenance.changes.domain.Revision;
import io.controlcenter.maintenance.changes.domain.ServiceOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcImpacts implements Impacts {

    private static final String COPIED = """
            service_id, enterprise_id, account_id, circuit_id, bandwidth, a_location, z_location, order_number, impact,
            max_duration_minutes""";

    private final JdbcClient db;
    private final FindingServices services;
    private final RevisingImpacts revising;

    JdbcImpacts(JdbcClient db, FindingServices services, RevisingImpacts revising) {
        this.db = db;
        this.services = services;
        this.revising = revising;
    }

    @Override
    public List<Unknown> replace(GcrNumber gcr, List<Integer> windows, List<Selection> selections) {
        db.sql("delete from service_impact where gcr_number = :gcr")
                .param("gcr", gcr.digits())
                .update();
        var unknown = new ArrayList<Unknown>();
        for (int i = 0; i < selections.size(); i++) {
            unknown.addAll(services.unknown("/" + i, selections.get(i)));
            insert(gcr, windows, selections.get(i));
        }
        return unknown;
    }

    private void insert(GcrNumber gcr, List<Integer> windows, Selection selection) {
        services.parameters(db.sql("""
                        insert into service_impact (gcr_number, window_number, outcome, service_id, enterprise_id,
                          account_id, circuit_id, bandwidth, a_location, z_location, order_number, impact,
                          max_duration_minutes)
                        select :gcr, w.number, 'PENDING', s.service_id, s.enterprise_id, s.account_id, s.circuit_id,
                          s.bandwidth, s.a_location, s.z_location, s.order_number, :impact, :minutes
                        from installed_service s cross join unnest(cast(:windows as int[])) as w (number)
                        where s.active and (%s)
                        order by s.enterprise_id, s.service_id, w.number
                        on conflict do nothing""".formatted(FindingServices.CONDITION)), selection)
                .param("gcr", gcr.digits())
                .param("windows", windows.toArray(Integer[]::new))
                .param("impact", selection.impact().name())
                .param("minutes", selection.maxDurationMinutes())
                .update();
    }

    @Override
    public List<Unknown> revise(
            GcrNumber gcr, List<Integer> windows, List<Selection> selections, int sequence, Instant now) {
        return revising.revise(gcr, windows, selections, sequence, now);
    }

    @Override
    public Revision revision(GcrNumber gcr, int sequence, Instant now) {
        return revising.revision(gcr, affected(gcr), sequence, now);
    }

    @Override
    public void spread(GcrNumber gcr, List<Integer> windows) {
        windows.forEach(window -> open(gcr, window));
        db.sql("delete from service_impact where gcr_number = :gcr and not window_number = any(:windows)")
                .param("gcr", gcr.digits())
                .param("windows", windows.toArray(Integer[]::new))
                .update();
    }

    @Override
    public void open(GcrNumber gcr, int window) {
        db.sql("""
                        insert into service_impact (gcr_number, window_number, outcome, %1$s)
                        select gcr_number, :window, 'PENDING', %1$s from (
                          select distinct on (service_id) * from service_impact
                          where gcr_number = :gcr and dropped_at is null
                          order by service_id, window_number desc) latest
                        order by enterprise_id, service_id
                        on conflict do nothing""".formatted(COPIED))
                .param("gcr", gcr.digits())
                .param("window", window)
                .update();
    }

    @Override
    public void relieve(GcrNumber gcr, int window, int by) {
        db.sql("""
                        insert into service_impact (gcr_number, window_number, outcome, %1$s)
                        select gcr_number, :by, 'PENDING', %1$s from service_impact
                        where gcr_number = :gcr and window_number = :window and outcome = 'ALTERNATE_WINDOW'
                        order by enterprise_id, service_id
                        on conflict do nothing""".formatted(COPIED))
                .param("gcr", gcr.digits())
                .param("window", window)
                .param("by", by)
                .update();
    }

    @Override
    public List<Integer> except(GcrNumber gcr, int window, List<String> serviceIds, ServiceOutcome outcome) {
        return db.sql("""
                        with excepted as (
                          update service_impact set outcome = :outcome
                          where gcr_number = :gcr and window_number = :window and outcome = 'PENDING'
                            and service_id = any (:ids) returning service_id)
                        select position - 1 from unnest(cast(:ids as text[])) with ordinality as w (id, position)
                        where id not in (select service_id from excepted) order by position""")
                .param("gcr", gcr.digits())
                .param("window", window)
                .param("ids", serviceIds.toArray(String[]::new))
                .param("outcome", outcome.name())
                .query((row, _) -> row.getInt(1))
                .list();
    }

    @Override
    public boolean isPending(GcrNumber gcr, int window) {
        return db.sql("""
                        select exists (select 1 from service_impact
                          where gcr_number = :gcr and window_number = :window and outcome = 'PENDING')""")
                .param("gcr", gcr.digits())
                .param("window", window)
                .query(Boolean.class)
                .single();
    }

    @Override
    public void setOutcome(GcrNumber gcr, int window, ServiceOutcome from, ServiceOutcome to) {
        db.sql("""
                        update service_impact set outcome = :to
                        where gcr_number = :gcr and window_number = :window and outcome = :from""")
                .param("gcr", gcr.digits())
                .param("window", window)
                .param("from", from.name())
                .param("to", to.name())
                .update();
    }

    @Override
    public Affected affected(GcrNumber gcr) {
        return db.sql("""
                        select count(distinct service_id) as services,
                          coalesce(bool_or(impact <> 'NO_IMPACT'), false) as disruptive
                        from service_impact where gcr_number = :gcr and dropped_at is null""")
                .param("gcr", gcr.digits())
                .query((row, _) -> new Affected(row.getInt("services"), row.getBoolean("disruptive")))
                .single();
    }

    @Override
    public List<Line> lines(GcrNumber gcr) {
        return db.sql("""
                        select * from service_impact where gcr_number = :gcr
                        order by enterprise_id, window_number, service_id""")
                .param("gcr", gcr.digits())
                .query((row, _) -> line(row))
                .list();
    }

    @Override
    public List<Line> lines(GcrNumber gcr, String enterpriseId) {
        return db.sql("""
                        select * from service_impact where gcr_number = :gcr and enterprise_id = :enterprise
                        order by window_number, service_id""")
                .param("gcr", gcr.digits())
                .param("enterprise", enterpriseId)
                .query((row, _) -> line(row))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("enterprise_id"),
                row.getInt("window_number"),
                row.getString("service_id"),
                row.getString("account_id"),
                row.getString("circuit_id"),
                row.getString("bandwidth"),
                row.getString("a_location"),
                row.getString("z_location"),
                Impact.valueOf(row.getString("impact")),
                row.getInt("max_duration_minutes"),
                row.getString("order_number"),
                ServiceOutcome.valueOf(row.getString("outcome")),
                row.getObject("changed_at", Integer.class),
                row.getObject("dropped_at", Integer.class));
    }
}
