package io.controlcenter.maintenance.changes.persistence;

import static io.controlcenter.maintenance.changes.persistence.Columns.instant;
import static io.controlcenter.maintenance.changes.persistence.Columns.required;
import static io.controlcenter.maintenance.changes.persistence.Columns.utc;

import io.controlcenter.maintenance.changes.domain.Category;
import io.controlcenter.maintenance.changes.domain.Designation;
import io.controlcenter.maintenance.changes.domain.Gcr;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.GcrSnapshot;
import io.controlcenter.maintenance.changes.domain.GcrState;
import io.controlcenter.maintenance.changes.domain.Gcrs;
import io.controlcenter.maintenance.changes.domain.Location;
import io.controlcenter.maintenance.changes.domain.Window;
import io.controlcenter.maintenance.changes.domain.Work;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The row of a GCR, guarded by its version; its windows beside it. */
@Component
class JdbcGcrs implements Gcrs {

    private final JdbcClient db;
    private final GcrWindows windows;
    private final JsonMapper json;

    JdbcGcrs(JdbcClient db, GcrWindows windows, JsonMapper json) {
        this.db = db;
        this.windows = windows;
        this.json = json;
    }

    /** Numbers that came from elsewhere are passed over. */
    @Override
    public GcrNumber nextNumber() {
        while (true) {
            var number = db.sql("select nextval('gcr_number')::text")
                    .query(String.class)
                    .single();
            var taken = db.sql("select exists (select 1 from gcr where gcr_number = :number)")
                    .param("number", number)
                    .query(Boolean.class)
                    .single();
            if (!taken) {
                return new GcrNumber(number);
            }
        }
    }

    @Override
    public Optional<Gcr> find(GcrNumber number) {
        return db.sql("select * from gcr where gcr_number = :number")
                .param("number", number.digits())
                .query((row, _) -> snapshot(row, windows.of(number)))
                .optional()
                .map(Gcr::of);
    }

    @Override
    public Optional<GcrSnapshot> add(Gcr gcr) {
        var added = gcr.snapshot();
        var rows = parameters(db.sql("""
                        insert into gcr (gcr_number, state, designation, category, title, reason, description,
                          third_party, locations, network_elements, starts_at, ends_at, overrun, sequence, first_notice_at, noticed_at,
                          lead_time_hours, created_at, created_by, version)
                        values (:number, :state, :designation, :category, :title, :reason, :description, :thirdParty,
                          cast(:locations as jsonb), :elements, :start, :end, :overrun, :sequence, :firstNoticeAt, :noticedAt,
                          :leadTime, :createdAt, :createdBy, :version)
                        on conflict (gcr_number) do nothing"""), added).update();
        if (rows == 0) {
            return Optional.empty();
        }
        windows.write(added);
        return Optional.of(added);
    }

    @Override
    public GcrSnapshot save(Gcr gcr) {
        var before = gcr.snapshot();
        var rows = parameters(db.sql("""
                        update gcr set state = :state, designation = :designation, category = :category, title = :title,
                          reason = :reason, description = :description, third_party = :thirdParty,
                          locations = cast(:locations as jsonb), network_elements = :elements, starts_at = :start, ends_at = :end, overrun = :overrun,
                          sequence = :sequence, first_notice_at = :firstNoticeAt, noticed_at = :noticedAt,
                          lead_time_hours = :leadTime, version = :version + 1
                        where gcr_number = :number and version = :version
                          and created_at = :createdAt and created_by = :createdBy"""), before).update();
        if (rows == 0) {
            throw new OptimisticLockingFailureException("GCR " + before.number() + " was changed meanwhile");
        }
        windows.write(before);
        return before.next();
    }

    private StatementSpec parameters(StatementSpec statement, GcrSnapshot gcr) {
        var work = gcr.work();
        return statement
                .param("number", gcr.number().digits())
                .param("state", gcr.state().wire())
                .param("designation", work.designation().name())
                .param("category", work.category().name())
                .param("title", work.title())
                .param("reason", work.reason())
                .param("description", work.description())
                .param("thirdParty", work.thirdParty())
                .param("locations", json.writeValueAsString(work.locations()))
                .param("elements", work.networkElements().toArray(String[]::new))
                .param("start", utc(gcr.start()))
                .param("end", utc(gcr.end()))
                .param("overrun", gcr.overrun())
                .param("sequence", gcr.sequence())
                .param("firstNoticeAt", utc(gcr.firstNoticeAt()))
                .param("noticedAt", utc(gcr.noticedAt()))
                .param("leadTime", gcr.leadTimeHours())
                .param("createdAt", utc(gcr.createdAt()))
                .param("createdBy", gcr.createdBy())
                .param("version", gcr.version());
    }

    private GcrSnapshot snapshot(ResultSet row, List<Window> windows) throws SQLException {
        var work = new Work(
                Designation.valueOf(row.getString("designation")),
                Category.valueOf(row.getString("category")),
                row.getString("title"),
                row.getString("reason"),
                row.getString("description"),
                row.getBoolean("third_party"),
                List.of(json.readValue(row.getString("locations"), Location[].class)),
                List.of((String[]) row.getArray("network_elements").getArray()));
        return new GcrSnapshot(
                new GcrNumber(row.getString("gcr_number")),
                GcrState.of(row.getString("state")),
                work,
                windows,
                row.getObject("sequence", Integer.class),
                instant(row, "first_notice_at"),
                instant(row, "noticed_at"),
                required(row, "created_at"),
                row.getString("created_by"),
                row.getLong("version"));
    }

    @Override
    public List<GcrNumber> overrunning(Instant now, int atMost) {
        return numbers("state = 'inProgress' and not overrun and ends_at <= :now", now, atMost);
    }

    @Override
    public List<GcrNumber> remindable(Instant now, int atMost) {
        return numbers("next_reminder_at <= :now", now, atMost);
    }

    @Override
    public List<GcrNumber> lapsing(Instant now, int atMost) {
        return numbers("""
                ends_at <= :now and (state = 'scheduled' or (state = 'tentative' and not exists (
                  select 1 from gcr_window other where other.gcr_number = gcr_window.gcr_number
                    and other.state = 'tentative' and other.ends_at > :now)))""", now, atMost);
    }

    private List<GcrNumber> numbers(String condition, Instant now, int atMost) {
        return db.sql("select gcr_number from gcr_window where " + condition
                        + " group by gcr_number order by min(ends_at), gcr_number limit :most")
                .param("now", utc(now))
                .param("most", atMost)
                .query((row, _) -> new GcrNumber(row.getString(1)))
                .list();
    }
}
