package io.controlcenter.maintenance.changes.persistence;

import io.controlcenter.maintenance.changes.application.Narrowing;
import io.controlcenter.maintenance.changes.application.ReadingGcrs;
import io.controlcenter.maintenance.changes.domain.Category;
import io.controlcenter.maintenance.changes.domain.Designation;
import io.controlcenter.maintenance.changes.domain.Gcr;
import io.controlcenter.maintenance.changes.domain.GcrNumber;
import io.controlcenter.maintenance.changes.domain.GcrSnapshot;
import io.controlcenter.maintenance.changes.domain.GcrState;
import io.controlcenter.maintenance.changes.domain.Gcrs;
import io.controlcenter.maintenance.changes.domain.Impact;
import io.controlcenter.maintenance.changes.domain.NoticeKind;
import io.controlcenter.maintenance.changes.domain.ServiceOutcome;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class JdbcReadingGcrs implements ReadingGcrs {

    /** Named for the index: one GCR may hit thousands of other enterprises. */
    private static final String OWN = " and i.enterprise_id = :enterprise";

    private static final String SERVICES =
            "from service_impact i where i.gcr_number = g.gcr_number and i.dropped_at is null%s";

    private static final Listing LINES_OF_ALL =
            lines("g.state", "", """
            (select count(*) from (select o.gcr_number, a.number as w from %s) busy)
              + (select count(distinct t.ticket_number) from %s)""".formatted(JdbcWarnings.BUSY, JdbcWarnings.DOWN));

    /** Whom it no longer hits it is cancelled for. */
    private static final Listing LINES_OF_ONE = lines("""
            case when g.state in ('completed', 'notCompleted') or exists (select 1 %s) then g.state
              else 'cancelled' end""".formatted(SERVICES.formatted(OWN)), OWN, "0");

    private static Listing lines(String state, String whose, String warnings) {
        var services = SERVICES.formatted(whose);
        return Listing.of("""
                        g.gcr_number, g.designation, g.category, g.title, g.starts_at, g.ends_at, g.overrun, g.sequence,
                        g.lead_time_hours, %s as state, (select count(distinct i.service_id) %s) as services,
                        (select %s %s) as impact, %s as warnings""".formatted(state, services, Columns.WORST, services, warnings), "gcr g")
                .choice("state", state, GcrState.wires())
                .choice("designation", "g.designation", Designation.class)
                .choice("category", "g.category", Category.class)
                .instant("startsAt", "g.starts_at")
                .instant("createdAt", "g.created_at")
                .order("startsAt", "g.id");
    }

    private static final Listing IMPACTS = Listing.of("i.*, e.name as enterprise_name, a.name as account_name", """
                    service_impact i left join enterprise_ref e on e.enterprise_id = i.enterprise_id
                    left join account_ref a on a.account_id = i.account_id and a.enterprise_id = i.enterprise_id
                      and a.active""")
            .text("serviceId", "i.service_id")
            .text("accountId", "i.account_id")
            .text("enterpriseId", "i.enterprise_id")
            .number("window", "i.window_number")
            .choice("impact", "i.impact", Impact.class)
            .choice("outcome", "i.outcome", ServiceOutcome.class)
            .number("id", "i.id")
            .order("id", "i.id");

    private static final Listing UPDATES =
            Listing.of("u.*", "gcr_update u").number("id", "u.id").order("-id", "u.id");

    private static final Listing NOTICES = Listing.of("n.*", "gcr_notice n")
            .choice("kind", "n.kind", NoticeKind.class)
            .text("enterpriseId", "n.enterprise_id")
            .number("id", "n.id")
            .order("-id", "n.id");

    private final JdbcClient db;
    private final Gcrs gcrs;

    JdbcReadingGcrs(JdbcClient db, Gcrs gcrs) {
        this.db = db;
        this.gcrs = gcrs;
    }

    @Override
    public Optional<GcrSnapshot> find(GcrNumber number) {
        return gcrs.find(number).map(Gcr::snapshot);
    }

    @Override
    public boolean isHit(GcrNumber number, String enterpriseId) {
        return db.sql("""
                        select exists (select 1 from service_impact
                          where gcr_number = :gcr and enterprise_id = :enterprise and dropped_at is null)""").params(of(number, enterpriseId)).query(Boolean.class).single();
    }

    @Override
    public Page<Line> list(@Nullable String enterpriseId, Narrowing narrowing, ListRequest request) {
        var narrowed = new Narrowed(enterpriseId, narrowing).within("g.ends_at", "g.starts_at", narrowing);
        var lines = enterpriseId == null ? LINES_OF_ALL : LINES_OF_ONE;
        return lines.page(db, request, narrowed.condition(), narrowed.parameters(), mapper(Line.class));
    }

    @Override
    public Page<ImpactLine> impacts(GcrNumber number, @Nullable String enterpriseId, ListRequest request) {
        return IMPACTS.page(db, request, whole("i", enterpriseId), of(number, enterpriseId), mapper(ImpactLine.class));
    }

    @Override
    public Page<UpdateLine> updates(GcrNumber number, ListRequest request) {
        return UPDATES.page(db, request, whole("u", null), of(number, null), mapper(UpdateLine.class));
    }

    @Override
    public Page<NoticeLine> notices(GcrNumber number, @Nullable String enterpriseId, ListRequest request) {
        return NOTICES.page(db, request, whole("n", enterpriseId), of(number, enterpriseId), mapper(NoticeLine.class));
    }

    private static String whole(String table, @Nullable String enterpriseId) {
        var all = table + ".gcr_number = :gcr";
        return enterpriseId == null ? all : all + " and " + table + ".enterprise_id = :enterprise";
    }

    private static <T> DataClassRowMapper<T> mapper(Class<T> type) {
        return DataClassRowMapper.newInstance(type);
    }

    private static Map<String, ?> of(GcrNumber number, @Nullable String enterpriseId) {
        return enterpriseId == null
                ? Map.of("gcr", number.digits())
                : Map.of("gcr", number.digits(), "enterprise", enterpriseId);
    }
}
