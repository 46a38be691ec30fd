package io.controlcenter.notification.messages.persistence;

import io.controlcenter.notification.content.domain.Facts;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.notification.messages.application.Messages;
import io.controlcenter.notification.messages.application.Occasion;
import io.controlcenter.notification.messages.domain.Delivery;
import io.controlcenter.notification.messages.domain.Message;
import io.controlcenter.platform.inbox.EventJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * By hand-written SQL. Pauses and leases are technical, so they go by the database's own clock, which all replicas share
 * and no sandbox moves.
 */
@Component
class JdbcMessages implements Messages {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcMessages.class);
    private static final String OVERDUE = "heard_at < now() - interval '10 minutes' as overdue";
    private final JdbcClient db;
    private final EventJson json;
    private final MessageRows rows;

    JdbcMessages(JdbcClient db, EventJson json, MessageRows rows) {
        this.db = db;
        this.json = json;
        this.rows = rows;
    }

    @Override
    public OptionalLong keep(Occasion occasion, boolean decided) {
        var facts = occasion.facts();
        if (facts == null) {
            return OptionalLong.empty();
        }
        return db
                .sql("""
                        insert into occasion (kind, aggregate_id, part, aggregate_version, enterprise_id, facts, at, decided)
                        values (:kind, :aggregate, :part, :version, :enterprise, cast(:facts as jsonb), :at, :decided)
                        on conflict do nothing returning id""")
                .param("kind", occasion.kind().name())
                .param("aggregate", facts.subjectId())
                .param("part", facts.part())
                .param("version", occasion.version())
                .param("enterprise", occasion.enterpriseId())
                .param("facts", json.write(facts))
                .param("at", utc(occasion.at()))
                .param("decided", decided)
                .query(Long.class)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public Optional<Occasion> occasion(long id) {
        return db.sql("select * from occasion where id = :id")
                .param("id", id)
                .query((row, _) -> occasion(row))
                .optional();
    }

    @Override
    public List<Open> open(int atMost) {
        return db.sql("select *, " + OVERDUE + " from occasion where not decided order by id limit :most")
                .param("most", atMost)
                .query((row, _) -> new Open(occasion(row), row.getBoolean("overdue")))
                .list();
    }

    private Occasion occasion(ResultSet row) throws SQLException {
        var kind = Kind.valueOf(row.getString("kind"));
        return new Occasion(
                row.getLong("id"),
                kind,
                row.getString("enterprise_id"),
                row.getLong("aggregate_version"),
                facts(kind, row),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /** Null also for what another version wrote in a way that this one cannot read. */
    private @Nullable Facts facts(Kind kind, ResultSet row) throws SQLException {
        var facts = row.getString("facts");
        try {
            return facts == null ? null : json.read(facts, Facts.of(kind));
        } catch (JacksonException e) {
            LOG.error("What occasion {} tells of cannot be read", row.getLong("id"), e);
            return null;
        }
    }

    @Override
    public boolean decided(long occasionId) {
        return db.sql("update occasion set decided = true where id = :id and not decided")
                        .param("id", occasionId)
                        .update()
                > 0;
    }

    @Override
    public void forgetFacts(long occasionId) {
        db.sql("""
                        update occasion set facts = null where id = :id and not exists (
                          select 1 from message where occasion_id = :id
                            and state in ('queued', 'sending', 'retryScheduled'))""").param("id", occasionId).update();
    }

    @Override
    public boolean add(Message message) {
        return rows.insert(message);
    }

    @Override
    public List<Message> due(int atMost) {
        return db.sql("""
                        select m.*, o.part from message m join occasion o on o.id = m.occasion_id
                        where m.id in (
                          select d.id from message d
                          where d.channel = 'EMAIL' and (
                              (d.state in ('queued', 'retryScheduled') and d.next_at <= now())
                              or (d.state = 'sending' and d.lease_until < now()))
                            and not exists (
                              select 1 from message e where e.stream_key = d.stream_key and e.recipient = d.recipient
                                and e.state in ('queued', 'retryScheduled', 'sending')
                                and e.aggregate_version < d.aggregate_version)
                          order by d.next_at, d.id limit :most for update skip locked)
                        order by m.next_at, m.id""")
                .param("most", atMost)
                .query((row, _) -> rows.message(row))
                .list();
    }

    @Override
    public Message lease(Message message, Duration lease) {
        rows.update(message, lease);
        return rows.next(message);
    }

    @Override
    public boolean save(Message message) {
        return rows.update(message, Duration.ZERO);
    }

    @Override
    public void log(Message message, Delivery delivery, Instant at) {
        var detail = detail(delivery);
        db.sql("""
                        insert into message_attempt (message_id, enterprise_id, account_id, number, at, outcome, detail)
                        values (:id, :enterprise, :account, :number, :at, :outcome, :detail)""")
                .param("id", message.messageId())
                .param("enterprise", message.enterpriseId())
                .param("account", message.accountId())
                .param("number", message.attempts())
                .param("at", utc(at))
                .param("outcome", delivery.getClass().getSimpleName())
                .param("detail", detail == null || detail.length() <= 500 ? detail : detail.substring(0, 500))
                .update();
    }

    private static @Nullable String detail(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Accepted() -> null;
            case Delivery.ServerAway(var detail) -> detail;
            case Delivery.RefusedForNow(var detail) -> detail;
            case Delivery.RefusedForGood(var detail) -> detail;
            case Delivery.Unreadable(var detail) -> detail;
        };
    }

    @Override
    public boolean isOutdated(Message message) {
        return db.sql("""
                        select exists (select 1 from message where stream_key = :stream and recipient = :recipient
                          and aggregate_version > :version and state in ('sent', 'delivered'))""")
                .param("stream", message.streamKey())
                .param("recipient", message.recipient().address())
                .param("version", message.aggregateVersion())
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Message> waiting(Kind kind, String aggregateId, String enterpriseId, long before) {
        return db.sql("""
                        select m.*, o.part from message m join occasion o on o.id = m.occasion_id
                        where m.kind = :kind and m.aggregate_id = :aggregate and m.enterprise_id = :enterprise
                          and m.aggregate_version < :before and m.state in ('queued', 'retryScheduled')
                        order by m.id for update of m skip locked""")
                .param("kind", kind.name())
                .param("aggregate", aggregateId)
                .param("enterprise", enterpriseId)
                .param("before", before)
                .query((row, _) -> rows.message(row))
                .list();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
