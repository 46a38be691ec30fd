package io.controlcenter.notification.messages.persistence;

import static io.controlcenter.notification.messages.persistence.JdbcMessages.utc;

import io.controlcenter.notification.domain.Channel;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.notification.messages.domain.Message;
import io.controlcenter.notification.messages.domain.MessageState;
import io.controlcenter.notification.messages.domain.Reason;
import io.controlcenter.notification.messages.domain.Recipient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A message and its row. */
@Component
class MessageRows {

    private final JdbcClient db;

    MessageRows(JdbcClient db) {
        this.db = db;
    }

    boolean insert(Message message) {
        var recipient = message.recipient();
        var summary = message.summary();
        return db.sql("""
                                insert into message (message_id, occasion_id, kind, category, channel, enterprise_id,
                                  account_id, account_ids, aggregate_id, aggregate_version, recipient, recipient_name,
                                  user_id, member, setting_id, dedup_key, stream_key, template_version, subject,
                                  summary, link, state, attempts, refusals, reason, next_at, created_at, sent_at, version)
                                values (:id, :occasion, :kind, :category, :channel, :enterprise, :account, :accounts,
                                  :aggregate, :aggregateVersion, :recipient, :name, :user, :member, :setting, :dedup,
                                  :stream, :template, :subject, :summary, :link, :state, :attempts, 0, :reason, now(),
                                  :createdAt, :sentAt, 0)
                                on conflict (dedup_key) do nothing""")
                        .param("id", message.messageId())
                        .param("occasion", message.occasionId())
                        .param("kind", message.kind().name())
                        .param("category", message.kind().category().name())
                        .param("channel", recipient.channel().name())
                        .param("enterprise", message.enterpriseId())
                        .param("account", message.accountId())
                        .param("accounts", message.accounts().toArray(String[]::new))
                        .param("aggregate", message.aggregateId())
                        .param("aggregateVersion", message.aggregateVersion())
                        .param("recipient", recipient.address())
                        .param("name", recipient.name())
                        .param("user", recipient.userId())
                        .param("member", recipient.member())
                        .param("setting", recipient.settingId())
                        .param("dedup", message.dedupKey())
                        .param("stream", message.streamKey())
                        .param("template", summary.templateVersion())
                        .param("subject", summary.subject())
                        .param("summary", summary.text())
                        .param("link", summary.link())
                        .param("state", message.state().wire())
                        .param("attempts", message.attempts())
                        .param("reason", name(message.reason()))
                        .param("createdAt", utc(message.createdAt()))
                        .param("sentAt", message.sentAt() == null ? null : utc(message.sentAt()))
                        .update()
                == 1;
    }

    private static @Nullable String name(@Nullable Reason reason) {
        return reason == null ? null : reason.name();
    }

    /** The row must still be of the version that the message was read at: who comes second changes nothing. */
    boolean update(Message message, Duration lease) {
        return db.sql("""
                                update message set state = :state, attempts = :attempts, refusals = :refusals,
                                  reason = :reason, sent_at = :sentAt, version = version + 1,
                                  next_at = now() + :pause * interval '1 millisecond',
                                  lease_until = now() + :lease * interval '1 millisecond'
                                where message_id = :id and version = :version""")
                        .param("state", message.state().wire())
                        .param("attempts", message.attempts())
                        .param("refusals", message.refusals())
                        .param("reason", name(message.reason()))
                        .param("sentAt", message.sentAt() == null ? null : utc(message.sentAt()))
                        .param("pause", message.pause().toMillis())
                        .param("lease", lease.toMillis())
                        .param("id", message.messageId())
                        .param("version", message.version())
                        .update()
                == 1;
    }

    /** The message as its row is after an update. */
    Message next(Message saved) {
        return db.sql(
                        "select m.*, o.part from message m join occasion o on o.id = m.occasion_id where m.message_id = :id")
                .param("id", saved.messageId())
                .query((row, _) -> message(row))
                .single();
    }

    Message message(ResultSet row) throws SQLException {
        var sentAt = row.getObject("sent_at", OffsetDateTime.class);
        var reason = row.getString("reason");
        return new Message(
                row.getObject("message_id", UUID.class),
                row.getLong("occasion_id"),
                Kind.valueOf(row.getString("kind")),
                recipient(row),
                row.getString("enterprise_id"),
                row.getString("aggregate_id"),
                row.getString("part"),
                row.getLong("aggregate_version"),
                new Message.Summary(
                        row.getString("subject"),
                        row.getString("summary"),
                        row.getString("link"),
                        row.getInt("template_version")),
                MessageState.of(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("refusals"),
                reason == null ? null : Reason.valueOf(reason),
                Duration.ZERO,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                sentAt == null ? null : sentAt.toInstant(),
                row.getLong("version"));
    }

    private static Recipient recipient(ResultSet row) throws SQLException {
        return new Recipient(
                Channel.valueOf(row.getString("channel")),
                row.getString("recipient"),
                row.getString("recipient_name"),
                row.getString("user_id"),
                row.getBoolean("member"),
                row.getObject("setting_id", UUID.class),
                List.of((String[]) row.getArray("account_ids").getArray()));
    }
}
