package io.controlcenter.platform.sample;

import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import io.controlcenter.platform.web.IfMatch;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class Memos {

    static final String TOPIC = "sample.memo.v1";
    private static final Listing LIST = Listing.of("m.*", "memo m")
            .text("text", "m.text")
            .choice("colour", "m.colour", MemoController.Colour.class)
            .instant("createdAt", "m.created_at")
            .number("number", "m.id")
            .order("-createdAt", "m.id");

    private final JdbcClient db;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    Memos(JdbcClient db, Outbox outbox, AuditTrail audit, Clock clock) {
        this.db = db;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Memo write(String enterpriseId, @Nullable String accountId, String text, MemoController.Colour colour) {
        var memo = db.sql("""
                        insert into memo (enterprise_id, account_id, text, colour, created_at, version)
                        values (:enterprise, :account, :text, :colour, :at, 0) returning *""")
                .param("enterprise", enterpriseId)
                .param("account", accountId)
                .param("text", text)
                .param("colour", colour.name())
                .param("at", OffsetDateTime.now(clock))
                .query((row, _) -> memo(row))
                .single();
        var key = String.valueOf(memo.id());
        outbox.append(new OutboxEvent(TOPIC, "sample.memo.written.v1", key, enterpriseId, accountId, 0, memo));
        audit.record(enterpriseId, "memo.written", "memo", key, null, memo);
        return memo;
    }

    @Transactional(readOnly = true)
    Optional<Memo> find(long id) {
        return db.sql("select * from memo where id = :id")
                .param("id", id)
                .query((row, _) -> memo(row))
                .optional();
    }

    @Transactional
    Optional<Memo> change(long id, String text, IfMatch ifMatch) {
        return db.sql("select * from memo where id = :id for update")
                .param("id", id)
                .query((row, _) -> memo(row))
                .optional()
                .map(memo -> {
                    ifMatch.require(memo.version());
                    db.sql("update memo set text = :text, version = version + 1 where id = :id")
                            .param("text", text)
                            .param("id", id)
                            .update();
                    return find(id).orElseThrow();
                });
    }

    @Transactional(readOnly = true)
    Page<Memo> list(ListRequest request, Map<String, ?> parameters) {
        return LIST.page(db, request, "m.enterprise_id = :enterprise", parameters, (row, _) -> memo(row));
    }

    @Transactional(readOnly = true)
    long count() {
        return db.sql("select count(*) from memo").query(Long.class).single();
    }

    private static Memo memo(ResultSet row) throws SQLException {
        return new Memo(
                row.getLong("id"),
                row.getString("text"),
                row.getString("colour"),
                row.getString("account_id"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}
