package io.controlcenter.order.letters;

import io.controlcenter.order.letters.OrderDocument.Kind;
import io.controlcenter.order.ordering.domain.OrderSnapshot;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The issued documents; the table takes no updates. */
@Component
class Documents {

    /** New looks get a new name; what was issued in an old one keeps it. */
    private static final String TEMPLATE = "v1";

    private final JdbcClient db;
    private final JsonMapper json;

    Documents(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** @param content as JSON text, exactly as it was issued */
    record Issued(UUID documentId, int version, Instant issuedAt, String template, String content) {}

    void add(Kind kind, OrderSnapshot order, OrderDocument document) {
        db.sql("""
                        insert into order_document (document_id, order_number, enterprise_id, account_id, kind,
                          document_version, template, issued_at, content)
                        values (:id, :order, :enterprise, :account, :kind, :version, :template, :at,
                          cast(:content as jsonb))""")
                .param("id", document.documentId())
                .param("order", order.orderNumber())
                .param("enterprise", order.enterpriseId())
                .param("account", order.accountId())
                .param("kind", kind.name())
                .param("version", document.version())
                .param("template", TEMPLATE)
                .param("at", document.issuedAt().atOffset(ZoneOffset.UTC))
                .param("content", json.writeValueAsString(document))
                .update();
    }

    /** @param version null for the latest */
    @Transactional(readOnly = true)
    Optional<Issued> find(Kind kind, String orderNumber, @Nullable Integer version) {
        return all(kind, orderNumber).stream()
                .filter(issued -> version == null || issued.version() == version)
                .findFirst();
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    List<Issued> all(Kind kind, String orderNumber) {
        return db.sql("""
                        select * from order_document where order_number = :order and kind = :kind
                        order by document_version desc""")
                .param("order", orderNumber)
                .param("kind", kind.name())
                .query((row, _) -> new Issued(
                        row.getObject("document_id", UUID.class),
                        row.getInt("document_version"),
                        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                        row.getString("template"),
                        row.getString("content")))
                .list();
    }

    OrderDocument read(Issued issued) {
        return json.readValue(issued.content(), OrderDocument.class);
    }
}
