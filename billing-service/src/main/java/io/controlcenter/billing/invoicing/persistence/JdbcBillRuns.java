package io.controlcenter.billing.invoicing.persistence;

import io.controlcenter.billing.invoicing.application.BillRuns;
import io.controlcenter.billing.invoicing.application.BilledChunk;
import io.controlcenter.billing.invoicing.domain.BillRun;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Bill runs by SQL. */
@Component
@Transactional
class JdbcBillRuns implements BillRuns {

    private static final RowMapper<BillRun> RUN = (row, _) -> {
        var completed = row.getObject("completed_at", OffsetDateTime.class);
        return new BillRun(
                row.getLong("id"),
                row.getString("run_id"),
                BillRun.Kind.valueOf(row.getString("kind")),
                row.getObject("cycle_date", LocalDate.class),
                BillRun.State.valueOf(row.getString("state")),
                row.getString("requested_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                completed == null ? null : completed.toInstant(),
                new BillRun.Progress(
                        row.getLong("accounts_total"),
                        row.getLong("accounts_done"),
                        row.getLong("invoices"),
                        row.getLong("lines"),
                        row.getLong("held")),
                Duration.ofMillis(row.getLong("worked_millis")),
                row.getLong("resume_after"),
                row.getLong("version"));
    };
    private static final Listing LIST = Listing.of("r.*", "bill_run r")
            .date("cycleDate", "r.cycle_date")
            .choice("state", "r.state", BillRun.State.class)
            .choice("kind", "r.kind", BillRun.Kind.class)
            .instant("startedAt", "r.started_at")
            .order("-startedAt", "r.id");
    private static final String INSERT = """
            insert into bill_run (run_id, kind, cycle_date, state, requested_by, started_at, accounts_total)
            values ('BR-' || nextval('bill_run_number'), :kind, :date, 'RUNNING', :by, :now, :accounts)
            """;

    private final JdbcClient db;

    JdbcBillRuns(JdbcClient db) {
        this.db = db;
    }

    @Override
    public BillRun open(BillRun.Kind kind, LocalDate cycleDate, String requestedBy, long accounts, Instant now) {
        return insert(INSERT + "returning *", kind, cycleDate, requestedBy, accounts, now);
    }

    @Override
    public BillRun openScheduled(LocalDate cycleDate, long accounts, Instant now) {
        return insert(INSERT + """
                on conflict (cycle_date) where kind = 'SCHEDULED' do update set state = 'RUNNING', completed_at = null,
                  accounts_total = bill_run.accounts_done + :accounts,
                  resume_after = case when bill_run.state = 'COMPLETED' then 0 else bill_run.resume_after end,
                  version = bill_run.version + 1
                returning *""", BillRun.Kind.SCHEDULED, cycleDate, "system", accounts, now);
    }

    private BillRun insert(
            String sql, BillRun.Kind kind, LocalDate cycleDate, String requestedBy, long accounts, Instant now) {
        return db.sql(sql)
                .param("kind", kind.name())
                .param("date", cycleDate)
                .param("by", requestedBy)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("accounts", accounts)
                .query(RUN)
                .single();
    }

    @Override
    public Optional<BillRun> running() {
        return db.sql("select * from bill_run where state = 'RUNNING' order by cycle_date, id limit 1")
                .query(RUN)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<BillRun> find(String runId) {
        return db.sql("select * from bill_run where run_id = :id")
                .param("id", runId)
                .query(RUN)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<BillRun> list(ListRequest request) {
        return LIST.page(db, request, "true", Map.of(), RUN);
    }

    /** Chunks that run side by side share their time: of each only what passed since the last one counts. */
    @Override
    public void progress(long id, BilledChunk chunk) {
        db.sql("""
                        update bill_run set accounts_done = accounts_done + :accounts, invoices = invoices + :invoices,
                          lines = lines + :lines, held = held + :held, resume_after = :last, version = version + 1,
                          accounts_total = greatest(accounts_total, accounts_done + :accounts),
                          worked_millis = worked_millis + ceil(1000 * extract(epoch from least(clock_timestamp() - now(),
                            clock_timestamp() - coalesce(last_progress_at, now())))),
                          last_progress_at = clock_timestamp()
                        where id = :id""")
                .param("accounts", chunk.accounts())
                .param("invoices", chunk.invoices())
                .param("lines", chunk.lines())
                .param("held", chunk.held())
                .param("last", chunk.lastAccount())
                .param("id", id)
                .update();
    }

    @Override
    public void startOver(long id) {
        db.sql("update bill_run set resume_after = 0, version = version + 1 where id = :id")
                .param("id", id)
                .update();
    }

    @Override
    public void complete(long id, Instant now) {
        db.sql("""
                        update bill_run set state = 'COMPLETED', completed_at = :now, version = version + 1,
                          accounts_total = accounts_done
                        where id = :id and state = 'RUNNING'""").param("now", now.atOffset(ZoneOffset.UTC)).param("id", id).update();
    }
}
