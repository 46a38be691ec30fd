package io.controlcenter.repair.performance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counted from the tickets themselves, as far as the transaction may see them; months are those of UTC. */
@Component
@Transactional(readOnly = true)
class Performance {

    private final JdbcClient db;

    Performance(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param enterpriseId null for all together
     * @param priority null for all together
     * @param toAssign mean time from opening to the first accountable technician, of tickets opened in the month
     * @param toRestore mean time counted by the restore clock, of services restored in the month
     * @param inTarget how many of the restored ones were so within their target
     */
    record Figures(
            @Nullable String enterpriseId,
            @Nullable String priority,
            long opened,
            long assigned,
            @Nullable Duration toAssign,
            @Nullable Duration toAssignP90,
            long restored,
            @Nullable Duration toRestore,
            @Nullable Duration toRestoreP90,
            long inTarget) {}

    /** By enterprise and priority, and together; cancelled tickets and the provider's chronic findings are left out. */
    List<Figures> of(YearMonth month) {
        return db.sql("""
                        with counted as (
                          select t.*, extract(epoch from a.since - t.opened_at) as assign_seconds,
                            t.opened_at >= :from and t.opened_at < :until as is_opened,
                            t.clock_restored_at >= :from and t.clock_restored_at < :until as is_restored
                          from ticket t
                          left join ticket_accountability a on a.ticket_number = t.ticket_number and a.position = 0
                          where t.state <> 'cancelled' and t.kind <> 'CHRONIC'
                            and (t.opened_at >= :from and t.opened_at < :until
                              or t.clock_restored_at >= :from and t.clock_restored_at < :until))
                        select enterprise_id, priority,
                          count(*) filter (where is_opened) as opened,
                          count(assign_seconds) filter (where is_opened) as assigned,
                          avg(assign_seconds) filter (where is_opened) as assign_mean,
                          percentile_cont(0.9) within group (order by assign_seconds) filter (where is_opened)
                            as assign_p90,
                          count(*) filter (where is_restored) as restored,
                          avg(clock_counted_seconds) filter (where is_restored) as restore_mean,
                          percentile_cont(0.9) within group (order by clock_counted_seconds) filter (where is_restored)
                            as restore_p90,
                          count(*) filter (where is_restored and clock_counted_seconds <= clock_target_seconds)
                            as in_target
                        from counted
                        group by grouping sets ((), (priority), (enterprise_id))
                        order by grouping(enterprise_id) desc, enterprise_id, grouping(priority) desc, priority""")
                .param("from", month.atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("until", month.plusMonths(1).atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                .query((row, _) -> figures(row))
                .list();
    }

    private static Figures figures(ResultSet row) throws SQLException {
        return new Figures(
                row.getString("enterprise_id"),
                row.getString("priority"),
                row.getLong("opened"),
                row.getLong("assigned"),
                seconds(row, "assign_mean"),
                seconds(row, "assign_p90"),
                row.getLong("restored"),
                seconds(row, "restore_mean"),
                seconds(row, "restore_p90"),
                row.getLong("in_target"));
    }

    private static @Nullable Duration seconds(ResultSet row, String column) throws SQLException {
        var value = row.getDouble(column);
        return row.wasNull() ? null : Duration.ofSeconds(Math.round(value));
    }
}
