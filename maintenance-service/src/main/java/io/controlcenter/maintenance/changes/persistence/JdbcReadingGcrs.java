package io.controlcenter.maintenance.changes.persistence;

import static io.controlcenter.maintenance.changes.persistence.Columns.utc;

import io.controlcenter.maintenance.changes.application.ReadingGcrs;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

    private static final String WORST = """
            (array['NO_IMPACT', 'REDUCED_REDUNDANCY', 'DEGRADED', 'OUTAGE'])[max(array_position(
              array['NO_IMPACT', 'REDUCED_REDUNDANCY', 'DEGRADED', 'OUTAGE'], i.impact))]""";

    /** Named for the index: one GCR may hit thousands of other enterprises. */
    private static final String OWN = " and i.enterprise_id = :enterprise";

    private static final Listing LINES_OF_ALL = lines("");
    private static final Listing LINES_OF_ONE = lines(OWN);

    private static Listing lines(String whose) {
        return Listing.of("""
                        g.*, (select count(distinct i.service_id) from service_impact i
                          where i.gcr_number = g.gcr_number%2$s) as services,
                        (select %1$s from service_impact i where i.gcr_number = g.gcr_number%2$s) as impact""".formatted(WORST, whose), "gcr g")
                .choice("state", "g.state", GcrState.wires())
                .choice("designation", "g.designation", Designation.class)
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

    private static final String OF_THE_ENTERPRISE = """
            from gcr_window w join gcr g on g.gcr_number = w.gcr_number
            join service_impact i on i.gcr_number = w.gcr_number and i.window_number = w.number
            where i.enterprise_id = :enterprise and g.first_notice_at is not null
              and w.starts_at < :to and w.ends_at > :from""";

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
    public Page<Line> list(@Nullable String enterpriseId, Narrowing narrowing, ListRequest request) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        conditions.add("true");
        if (enterpriseId != null) {
            conditions.add("g.gcr_number in (select gcr_number from service_impact where enterprise_id = :enterprise)");
            parameters.put("enterprise", enterpriseId);
        }
        narrow(narrowing, conditions, parameters);
        var lines = enterpriseId == null ? LINES_OF_ALL : LINES_OF_ONE;
        return lines.page(
                db, request, String.join(" and ", conditions), parameters, DataClassRowMapper.newInstance(Line.class));
    }

    private static void narrow(Narrowing narrowing, List<String> conditions, Map<String, Object> parameters) {
        if (narrowing.from() != null) {
            conditions.add("g.ends_at > cast(:from as timestamptz)");
            parameters.put("from", narrowing.from().toString());
        }
        if (narrowing.to() != null) {
            conditions.add("g.starts_at < cast(:to as timestamptz)");
            parameters.put("to", narrowing.to().toString());
        }
        having("service_id", narrowing.serviceIds(), conditions, parameters);
        having("impact", narrowing.impacts(), conditions, parameters);
    }

    private static void having(
            String column, List<String> values, List<String> conditions, Map<String, Object> parameters) {
        if (!values.isEmpty()) {
            conditions.add("exists (select 1 from service_impact x where x.gcr_number = g.gcr_number and x.%s in (:%s))"
                    .formatted(column, column));
            parameters.put(column, values);
        }
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

    @Override
    public List<WindowLine> windows(String enterpriseId, Instant from, Instant to) {
        return within("""
                select w.*, g.title, g.designation, count(*) as services, %s as impact %s
                group by w.gcr_number, w.number, g.title, g.designation
                order by w.starts_at, w.gcr_number, w.number""".formatted(WORST, OF_THE_ENTERPRISE), enterpriseId, from, to, WindowLine.class);
    }

    @Override
    public List<Row> rows(String enterpriseId, Instant from, Instant to) {
        return within("""
                select w.*, g.title, g.designation, i.account_id, i.service_id, i.circuit_id, i.impact,
                  i.max_duration_minutes, i.outcome %s
                order by w.starts_at, w.gcr_number, w.number, i.service_id""".formatted(OF_THE_ENTERPRISE), enterpriseId, from, to, Row.class);
    }

    private <T> List<T> within(String sql, String enterpriseId, Instant from, Instant to, Class<T> type) {
        return db.sql(sql)
                .param("enterprise", enterpriseId)
                .param("from", utc(from))
                .param("to", utc(to))
                .query(mapper(type))
                .list();
    }
}
