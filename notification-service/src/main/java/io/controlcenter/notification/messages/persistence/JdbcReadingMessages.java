package io.controlcenter.notification.messages.persistence;

import io.controlcenter.notification.domain.Category;
import io.controlcenter.notification.domain.Kind;
import io.controlcenter.notification.messages.application.ReadingMessages;
import io.controlcenter.notification.messages.domain.MessageState;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(readOnly = true)
class JdbcReadingMessages implements ReadingMessages {

    private static final RowMapper<Line> LINE = DataClassRowMapper.newInstance(Line.class);
    private static final RowMapper<Note> NOTE = DataClassRowMapper.newInstance(Note.class);
    private static final Listing LOG = Listing.of("m.*", "message m")
            .choice("kind", "m.kind", Kind.class)
            .choice("category", "m.category", Category.class)
            .choice("state", "m.state", MessageState.wires())
            .text("aggregateId", "m.aggregate_id")
            .text("recipient", "m.recipient")
            .text("accountId", "m.account_id")
            .instant("createdAt", "m.created_at")
            .order("-createdAt", "m.id");
    private static final Listing INBOX = Listing.of("m.*", "message m")
            .choice("kind", "m.kind", Kind.class)
            .choice("category", "m.category", Category.class)
            .text("aggregateId", "m.aggregate_id")
            .bool("unread", "(m.read_at is null)")
            .instant("createdAt", "m.created_at")
            .order("-createdAt", "m.id");
    private static final String MINE = """
            m.channel = 'PORTAL' and m.enterprise_id = :enterprise and m.user_id = :user
            and m.state in ('sent', 'delivered') and m.category = any (:categories)""";

    private final JdbcClient db;

    JdbcReadingMessages(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Page<Line> log(@Nullable String enterpriseId, @Nullable Set<String> accounts, ListRequest request) {
        var parameters = new HashMap<String, Object>();
        var condition = "true";
        if (enterpriseId != null) {
            condition += " and m.enterprise_id = :enterprise";
            parameters.put("enterprise", enterpriseId);
        }
        if (accounts != null) {
            condition += " and m.account_ids <@ cast(:accounts as text[])";
            parameters.put("accounts", accounts.toArray(String[]::new));
        }
        return LOG.page(db, request, condition, parameters, LINE);
    }

    @Override
    public Page<Note> inbox(Owner owner, ListRequest request) {
        return INBOX.page(db, request, mine(owner), parameters(owner), NOTE);
    }

    private static String mine(Owner owner) {
        return owner.accounts() == null ? MINE : MINE + " and m.account_ids && cast(:accounts as text[])";
    }

    private static Map<String, Object> parameters(Owner owner) {
        var parameters = new HashMap<String, Object>(Map.of(
                "enterprise",
                owner.enterpriseId(),
                "user",
                owner.userId(),
                "categories",
                owner.categories().stream().map(Enum::name).toArray(String[]::new)));
        if (owner.accounts() != null) {
            parameters.put("accounts", owner.accounts().toArray(String[]::new));
        }
        return parameters;
    }

    @Override
    @Transactional
    public Optional<Note> read(Owner owner, UUID messageId, Instant at) {
        return db.sql("update message m set read_at = coalesce(read_at, :at) where m.message_id = :id and "
                        + mine(owner) + " returning *")
                .params(parameters(owner))
                .param("id", messageId)
                .param("at", JdbcMessages.utc(at))
                .query(NOTE)
                .optional();
    }
}
