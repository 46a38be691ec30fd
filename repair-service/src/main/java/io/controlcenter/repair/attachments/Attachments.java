package io.controlcenter.repair.attachments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Files in PostgreSQL, as far as the transaction may see them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Attachments {

    private static final String COLUMNS = """
            select attachment_id, ticket_number, enterprise_id, account_id, name, media_type, size_bytes, sha256, scan,
              threat, added_at, added_by_id, added_by_name, source from ticket_attachment""";

    private final JdbcClient db;

    Attachments(JdbcClient db) {
        this.db = db;
    }

    /** What is known of a file's harmlessness. */
    enum Scan {
        /** Nobody could look yet. */
        PENDING,
        CLEAN,
        /** Harmful: kept as evidence, and given to nobody. */
        QUARANTINED
    }

    record Attachment(
            UUID attachmentId,
            String ticketNumber,
            String enterpriseId,
            String accountId,
            String name,
            String mediaType,
            int sizeBytes,
            String sha256,
            Scan scan,
            @Nullable String threat,
            Instant addedAt,
            String addedById,
            String addedByName,
            String source) {}

    void add(Attachment attachment, byte[] content) {
        db.sql("""
                        insert into ticket_attachment (attachment_id, ticket_number, enterprise_id, account_id, name,
                          media_type, size_bytes, sha256, content, scan, threat, added_at, added_by_id, added_by_name,
                          source)
                        values (:id, :ticket, :enterprise, :account, :name, :type, :size, :sha, :content, :scan, :threat,
                          :at, :byId, :byName, :source)""")
                .param("id", attachment.attachmentId())
                .param("ticket", attachment.ticketNumber())
                .param("enterprise", attachment.enterpriseId())
                .param("account", attachment.accountId())
                .param("name", attachment.name())
                .param("type", attachment.mediaType())
                .param("size", attachment.sizeBytes())
                .param("sha", attachment.sha256())
                .param("content", content)
                .param("scan", attachment.scan().name())
                .param("threat", attachment.threat())
                .param("at", attachment.addedAt().atOffset(ZoneOffset.UTC))
                .param("byId", attachment.addedById())
                .param("byName", attachment.addedByName())
                .param("source", attachment.source())
                .update();
    }

    /** Oldest first. */
    List<Attachment> of(String ticketNumber) {
        return db.sql(COLUMNS + " where ticket_number = :ticket order by id")
                .param("ticket", ticketNumber)
                .query((row, _) -> attachment(row))
                .list();
    }

    Optional<Attachment> find(String ticketNumber, UUID attachmentId) {
        return db.sql(COLUMNS + " where ticket_number = :ticket and attachment_id = :id")
                .param("ticket", ticketNumber)
                .param("id", attachmentId)
                .query((row, _) -> attachment(row))
                .optional();
    }

    byte[] content(UUID attachmentId) {
        return db.sql("select content from ticket_attachment where attachment_id = :id")
                .param("id", attachmentId)
                .query(byte[].class)
                .single();
    }

    List<UUID> unscanned(int atMost) {
        return db.sql("select attachment_id from ticket_attachment where scan = 'PENDING' order by id limit :most")
                .param("most", atMost)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    void judged(UUID attachmentId, Scan scan, @Nullable String threat) {
        db.sql("update ticket_attachment set scan = :scan, threat = :threat where attachment_id = :id")
                .param("scan", scan.name())
                .param("threat", threat)
                .param("id", attachmentId)
                .update();
    }

    private static Attachment attachment(ResultSet row) throws SQLException {
        return new Attachment(
                row.getObject("attachment_id", UUID.class),
                row.getString("ticket_number"),
                row.getString("enterprise_id"),
                row.getString("account_id"),
                row.getString("name"),
                row.getString("media_type"),
                row.getInt("size_bytes"),
                row.getString("sha256"),
                Scan.valueOf(row.getString("scan")),
                row.getString("threat"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getString("added_by_id"),
                row.getString("added_by_name"),
                row.getString("source"));
    }
}
