package io.controlcenter.platform.attachments;

import io.controlcenter.platform.attachments.Attachment.Holder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Files in the service's database: with what they belong to, in its backup, behind its walls. */
@Transactional
class AttachmentRows {

    private static final String COLUMNS = """
            select holder_id, attachment_id, name, media_type, size_bytes, sha256, scan, threat, added_at, added_by, source
            from attachment""";
    private static final RowMapper<Attachment> ATTACHMENT = DataClassRowMapper.newInstance(Attachment.class);
    private final JdbcClient db;

    AttachmentRows(JdbcClient db) {
        this.db = db;
    }

    /** Nobody else adds to it until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    void hold(Holder holder) {
        var _ = db.sql("select pg_advisory_xact_lock(hashtextextended(:kind || ' ' || :holder, 0)) is null")
                .param("kind", holder.kind())
                .param("holder", holder.id())
                .query(Boolean.class)
                .single();
    }

    void add(Holder to, Attachment attachment, byte[] content) {
        db.sql("""
                        insert into attachment (attachment_id, holder_kind, holder_id, enterprise_id, account_id, name,
                          media_type, size_bytes, sha256, content, scan, threat, added_at, added_by, source)
                        values (:id, :kind, :holder, :enterprise, :account, :name, :type, :size, :sha, :content, :scan,
                          :threat, :at, :by, :source)""")
                .param("id", attachment.attachmentId())
                .param("kind", to.kind())
                .param("holder", to.id())
                .param("enterprise", to.enterpriseId())
                .param("account", to.accountId())
                .param("name", attachment.name())
                .param("type", attachment.mediaType())
                .param("size", attachment.sizeBytes())
                .param("sha", attachment.sha256())
                .param("content", content)
                .param("scan", attachment.scan().name())
                .param("threat", attachment.threat())
                .param("at", attachment.addedAt().atOffset(ZoneOffset.UTC))
                .param("by", attachment.addedBy())
                .param("source", attachment.source())
                .update();
    }

    List<Attachment> of(String kind, String id) {
        return db.sql(COLUMNS + " where holder_kind = :kind and holder_id = :holder order by id")
                .param("kind", kind)
                .param("holder", id)
                .query(ATTACHMENT)
                .list();
    }

    Map<String, List<Attachment>> of(String kind, Collection<String> ids) {
        var byHolder = new HashMap<String, List<Attachment>>();
        db.sql(COLUMNS + " where holder_kind = :kind and holder_id = any (:holders) order by id")
                .param("kind", kind)
                .param("holders", ids.toArray(String[]::new))
                .query((row, number) -> byHolder.computeIfAbsent(row.getString("holder_id"), _ -> new ArrayList<>())
                        .add(Objects.requireNonNull(ATTACHMENT.mapRow(row, number))))
                .list();
        return byHolder;
    }

    Optional<Attachment> find(String kind, String id, UUID attachmentId) {
        return db.sql(COLUMNS + " where holder_kind = :kind and holder_id = :holder and attachment_id = :id")
                .param("kind", kind)
                .param("holder", id)
                .param("id", attachmentId)
                .query(ATTACHMENT)
                .optional();
    }

    byte[] content(UUID attachmentId) {
        return db.sql("select content from attachment where attachment_id = :id")
                .param("id", attachmentId)
                .query(byte[].class)
                .single();
    }

    /** @param attempts of a scanner so far, without a verdict */
    record Unscanned(UUID attachmentId, int attempts) {}

    /** Those that wait and were never tried first, in the order in which they came; then by when they are due again. */
    List<Unscanned> unscanned(Instant now, int atMost) {
        return db.sql("""
                        select attachment_id, scan_attempts from attachment
                        where scan = 'PENDING' and (next_scan_at is null or next_scan_at <= :now)
                        order by next_scan_at nulls first, id limit :most""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", atMost)
                .query((row, _) ->
                        new Unscanned(row.getObject("attachment_id", UUID.class), row.getInt("scan_attempts")))
                .list();
    }

    long pending() {
        return db.sql("select count(*) from attachment where scan = 'PENDING'")
                .query(Long.class)
                .single();
    }

    void scanLater(UUID attachmentId, int attempts, Instant at) {
        db.sql("update attachment set scan_attempts = :attempts, next_scan_at = :at where attachment_id = :id")
                .param("attempts", attempts)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", attachmentId)
                .update();
    }

    void judged(UUID attachmentId, Attachment.Scan scan, @Nullable String threat) {
        db.sql("update attachment set scan = :scan, threat = :threat where attachment_id = :id")
                .param("scan", scan.name())
                .param("threat", threat)
                .param("id", attachmentId)
                .update();
    }
}
