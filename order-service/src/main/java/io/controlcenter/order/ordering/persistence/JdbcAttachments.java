package io.controlcenter.order.ordering.persistence;

import io.controlcenter.order.ordering.application.Attachments;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Documents in PostgreSQL: with the order, in its backup, behind its walls. */
@Component
@Transactional
class JdbcAttachments implements Attachments {

    private static final RowMapper<Attachment> ATTACHMENT = DataClassRowMapper.newInstance(Attachment.class);
    private final JdbcClient db;

    JdbcAttachments(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Attachment> of(String orderNumber) {
        return db.sql("""
                        select attachment_id, name, media_type, size_bytes, at, author, source from order_attachment
                        where order_number = :order order by id""").param("order", orderNumber).query(ATTACHMENT).list();
    }

    @Override
    public Optional<Document> find(String orderNumber, UUID attachmentId) {
        return db.sql("select * from order_attachment where order_number = :order and attachment_id = :id")
                .param("order", orderNumber)
                .param("id", attachmentId)
                .query((row, number) -> new Document(ATTACHMENT.mapRow(row, number), row.getBytes("content")))
                .optional();
    }

    @Override
    public void add(String orderNumber, String enterpriseId, String accountId, Document document) {
        var attachment = document.attachment();
        db.sql("""
                        insert into order_attachment (attachment_id, order_number, enterprise_id, account_id, name,
                          media_type, size_bytes, content, at, author, source)
                        values (:id, :order, :enterprise, :account, :name, :type, :size, :content, :at, :author,
                          :source)""")
                .param("id", attachment.attachmentId())
                .param("order", orderNumber)
                .param("enterprise", enterpriseId)
                .param("account", accountId)
                .param("name", attachment.name())
                .param("type", attachment.mediaType())
                .param("size", attachment.sizeBytes())
                .param("content", document.content())
                .param("at", Columns.at(attachment.at()))
                .param("author", attachment.author())
                .param("source", attachment.source())
                .update();
    }
}
