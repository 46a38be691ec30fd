package io.controlcenter.billing.requests.persistence;

import io.controlcenter.billing.requests.application.Attachments;
import io.controlcenter.billing.requests.domain.BillingRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Attachments by SQL, with their content: they are few and small, and back up with what they belong to. */
@Component
@Transactional
class JdbcAttachments implements Attachments {

    private static final String COLUMNS =
            "attachment_id, file_name, media_type, size, digest, added_at, added_by, source";
    private static final RowMapper<Attachment> ATTACHMENT = (row, _) -> new Attachment(
            row.getObject("attachment_id", UUID.class),
            row.getString("file_name"),
            row.getString("media_type"),
            row.getInt("size"),
            row.getString("digest"),
            RequestRows.required(row, "added_at"),
            row.getString("added_by"),
            row.getString("source"));

    private final JdbcClient db;

    JdbcAttachments(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void add(BillingRequest request, Attachment attachment, byte[] content) {
        db.sql("""
                        insert into billing_request_attachment (attachment_id, request_number, enterprise_id, account_id,
                          file_name, media_type, size, digest, content, added_at, added_by, source)
                        values (:id, :number, :enterprise, :account,
                          :name, :type, :size, :digest, :content, :at, :by, :source)""")
                .param("id", attachment.attachmentId())
                .param("number", request.requestNumber())
                .param("enterprise", request.enterpriseId())
                .param("account", request.accountId())
                .param("name", attachment.fileName())
                .param("type", attachment.mediaType())
                .param("size", attachment.size())
                .param("digest", attachment.digest())
                .param("content", content)
                .param("at", RequestRows.utc(attachment.addedAt()))
                .param("by", attachment.addedBy())
                .param("source", attachment.source())
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Attachment> list(String requestNumber) {
        return db.sql("select %s from billing_request_attachment where request_number = :number order by id"
                        .formatted(COLUMNS))
                .param("number", requestNumber)
                .query(ATTACHMENT)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<byte[]> content(String requestNumber, UUID attachmentId) {
        return db.sql("""
                        select content from billing_request_attachment
                        where request_number = :number and attachment_id = :id""")
                .param("number", requestNumber)
                .param("id", attachmentId)
                .query((row, _) -> row.getBytes("content"))
                .optional();
    }
}
