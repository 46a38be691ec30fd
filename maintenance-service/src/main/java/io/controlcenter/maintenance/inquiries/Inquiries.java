package io.controlcenter.maintenance.inquiries;

import io.controlcenter.maintenance.inquiries.domain.AnswerClock;
import io.controlcenter.maintenance.inquiries.domain.Inquiry;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The inquiries that the transaction may see; of the services of one only those that it may see. */
@Component
class Inquiries {

    /** Null stands for all services. */
    private static final String SEEN = """
            case when q.service_ids is not null then array(select distinct i.service_id from service_impact i
              where i.gcr_number = q.gcr_number and i.enterprise_id = q.enterprise_id
                and i.service_id = any(q.service_ids) order by 1) end as seen_services""";

    private static final Listing LIST = Listing.of("q.*, " + SEEN, "inquiry q")
            .text("gcrNumber", "q.gcr_number")
            .choice("state", "q.state", Inquiry.State.class)
            .choice("type", "q.type", Inquiry.Type.class)
            .instant("askedAt", "q.asked_at")
            .order("-askedAt", "q.id");

    private final JdbcClient db;

    Inquiries(JdbcClient db) {
        this.db = db;
    }

    String nextNumber() {
        return "Q-"
                + db.sql("select nextval('inquiry_number')").query(Long.class).single();
    }

    /** Which of these services the GCR does not hit, as far as the asker may see. */
    List<String> strangers(String gcrNumber, List<String> serviceIds) {
        return db.sql("""
                        select w.id from unnest(cast(:ids as text[])) with ordinality as w (id, position)
                        where not exists (select 1 from service_impact i
                          where i.gcr_number = :gcr and i.service_id = w.id)
                        order by position""")
                .param("ids", serviceIds.toArray(String[]::new))
                .param("gcr", gcrNumber)
                .query((row, _) -> row.getString(1))
                .list();
    }

    void add(Inquiry inquiry) {
        var services = inquiry.serviceIds();
        db.sql("""
                        insert into inquiry (inquiry_number, enterprise_id, gcr_number, service_ids, type,
                          customer_reference, contact_name, contact_email, contact_phone, text, state, asked_by,
                          asked_at, due_at, next_alarm_at, version)
                        values (:number, :enterprise, :gcr, cast(:services as text[]), :type, :reference, :name,
                          :email, :phone, :text, :state, :askedBy, :askedAt, :dueAt, :alarmAt, :version)""")
                .param("number", inquiry.inquiryNumber())
                .param("enterprise", inquiry.enterpriseId())
                .param("gcr", inquiry.gcrNumber())
                .param("services", services == null ? null : services.toArray(String[]::new))
                .param("type", inquiry.type().name())
                .param("reference", inquiry.customerReference())
                .param("name", inquiry.contact().name())
                .param("email", inquiry.contact().email())
                .param("phone", inquiry.contact().phone())
                .param("text", inquiry.text())
                .param("state", inquiry.state().name())
                .param("askedBy", inquiry.askedBy())
                .param("askedAt", inquiry.askedAt().atOffset(ZoneOffset.UTC))
                .param("dueAt", utc(inquiry.clock().dueAt()))
                .param("alarmAt", utc(inquiry.clock().nextAlarmAt()))
                .param("version", inquiry.version())
                .update();
    }

    /** Whose time runs out; of what is answered nobody is told. */
    List<String> alarming(Instant now, int atMost) {
        return db.sql(
                        "select inquiry_number from inquiry where next_alarm_at <= :now order by next_alarm_at limit :most")
                .param("now", utc(now))
                .param("most", atMost)
                .query((row, _) -> row.getString(1))
                .list();
    }

    void save(Inquiry inquiry) {
        var answer = inquiry.answer();
        var rows = db.sql("""
                        update inquiry set state = :state, answer = :answer, decision = :decision,
                          answered_by = :answeredBy, answered_at = :answeredAt, closed_at = :closedAt,
                          next_alarm_at = :alarmAt,
                          version = :version
                        where inquiry_number = :number and version = :version - 1""")
                .param("state", inquiry.state().name())
                .param("answer", answer == null ? null : answer.text())
                .param(
                        "decision",
                        answer == null || answer.decision() == null
                                ? null
                                : answer.decision().name())
                .param("answeredBy", answer == null ? null : answer.by())
                .param("answeredAt", answer == null ? null : utc(answer.at()))
                .param("closedAt", utc(inquiry.closedAt()))
                .param("alarmAt", utc(inquiry.clock().nextAlarmAt()))
                .param("version", inquiry.version())
                .param("number", inquiry.inquiryNumber())
                .update();
        if (rows == 0) {
            throw new OptimisticLockingFailureException(
                    "Inquiry " + inquiry.inquiryNumber() + " was changed meanwhile");
        }
    }

    Optional<Inquiry> find(String number) {
        return db.sql("select q.*, %s from inquiry q where q.inquiry_number = :number".formatted(SEEN))
                .param("number", number)
                .query((row, _) -> inquiry(row))
                .optional();
    }

    Page<Inquiry> list(@Nullable String enterpriseId, ListRequest request) {
        return enterpriseId == null
                ? LIST.page(db, request, "true", Map.of(), (row, _) -> inquiry(row))
                : LIST.page(
                        db,
                        request,
                        "q.enterprise_id = :enterprise",
                        Map.of("enterprise", enterpriseId),
                        (row, _) -> inquiry(row));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Inquiry inquiry(ResultSet row) throws SQLException {
        return new Inquiry(
                row.getString("inquiry_number"),
                row.getString("enterprise_id"),
                row.getString("gcr_number"),
                services(row.getArray("seen_services")),
                Inquiry.Type.valueOf(row.getString("type")),
                row.getString("customer_reference"),
                new Inquiry.Contact(
                        row.getString("contact_name"), row.getString("contact_email"), row.getString("contact_phone")),
                row.getString("text"),
                Inquiry.State.valueOf(row.getString("state")),
                row.getString("asked_by"),
                Objects.requireNonNull(instant(row, "asked_at")),
                answer(row),
                instant(row, "closed_at"),
                new AnswerClock(
                        Objects.requireNonNull(instant(row, "asked_at")),
                        Objects.requireNonNull(instant(row, "due_at")),
                        instant(row, "next_alarm_at")),
                row.getLong("version"));
    }

    private static @Nullable List<String> services(@Nullable Array array) throws SQLException {
        return array == null ? null : List.of((String[]) array.getArray());
    }

    private static Inquiry.@Nullable Answer answer(ResultSet row) throws SQLException {
        var text = row.getString("answer");
        var decision = row.getString("decision");
        return text == null
                ? null
                : new Inquiry.Answer(
                        text,
                        decision == null ? null : Inquiry.Decision.valueOf(decision),
                        row.getString("answered_by"),
                        Objects.requireNonNull(instant(row, "answered_at")));
    }
}
