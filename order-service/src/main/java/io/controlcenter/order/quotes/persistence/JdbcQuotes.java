package io.controlcenter.order.quotes.persistence;

import io.controlcenter.order.quotes.application.Quotes;
import io.controlcenter.order.quotes.domain.Level;
import io.controlcenter.order.quotes.domain.Quote;
import io.controlcenter.order.quotes.domain.QuoteState;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Component
@Transactional
class JdbcQuotes implements Quotes {

    private static final String ENDING =
            "state in ('approved.orderable', 'approved.orderableAlternate', 'answered') and valid_until ";
    private static final Listing LIST = Listing.of("q.*", "quote q")
            .text("accountId", "q.account_id")
            .text("externalId", "q.external_id")
            .text("orderNumber", "q.order_number")
            .choice(
                    "state",
                    "q.state",
                    Arrays.stream(QuoteState.values()).map(QuoteState::wire).toList())
            .choice("level", "q.level", Level.class)
            .date("validUntil", "q.valid_until")
            .instant("createdAt", "q.created_at")
            .order("-createdAt", "q.id");

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;
    private final RowMapper<Stored> mapper;

    JdbcQuotes(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
        this.mapper = (row, _) -> new Stored(
                json.readValue(row.getString("content"), Quote.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }

    @Override
    public String nextNumber() {
        return "Q-" + db.sql("select nextval('quote_number')").query(Long.class).single();
    }

    @Override
    public Optional<Stored> find(String quoteNumber) {
        return db.sql("select * from quote where quote_number = :number")
                .param("number", quoteNumber)
                .query(mapper)
                .optional();
    }

    @Override
    public Optional<Stored> find(String quoteNumber, long version) {
        return db.sql("""
                        select v.content, q.created_at, v.version from quote_version v
                        join quote q on q.quote_number = v.quote_number
                        where v.quote_number = :number and v.version = :version""")
                .param("number", quoteNumber)
                .param("version", version)
                .query(mapper)
                .optional();
    }

    @Override
    public Stored add(Quote quote) {
        return parameters(db.sql("""
                                insert into quote (quote_number, enterprise_id, account_id, external_id, state, level,
                                  valid_until, order_number, created_at, version, content)
                                values (:number, :enterprise, :account, :external, :state, :level, :until, :order, :now,
                                  0, cast(:content as jsonb)) returning *"""), quote)
                .param("now", OffsetDateTime.now(clock))
                .query(mapper)
                .single();
    }

    @Override
    public Stored save(Quote quote, long version) {
        return parameters(db.sql("""
                                update quote set state = :state, level = :level, valid_until = :until,
                                  order_number = :order, external_id = :external, enterprise_id = :enterprise,
                                  account_id = :account, version = version + 1, content = cast(:content as jsonb)
                                where quote_number = :number and version = :version returning *"""), quote)
                .param("version", version)
                .query(mapper)
                .optional()
                .orElseThrow(
                        () -> new OptimisticLockingFailureException(quote.quoteNumber() + " was changed meanwhile"));
    }

    private StatementSpec parameters(StatementSpec sql, Quote quote) {
        return sql.param("number", quote.quoteNumber())
                .param("enterprise", quote.request().enterpriseId())
                .param("account", quote.request().accountId())
                .param("external", quote.request().externalId())
                .param("state", quote.state().wire())
                .param("level", quote.level().name())
                .param("until", quote.validUntil())
                .param("order", quote.orderNumber())
                .param("content", json.writeValueAsString(quote));
    }

    @Override
    public Page<Stored> list(@Nullable String enterpriseId, ListRequest request) {
        var parameters = new HashMap<String, Object>();
        if (enterpriseId != null) {
            parameters.put("enterprise", enterpriseId);
        }
        return LIST.page(
                db, request, enterpriseId == null ? "true" : "q.enterprise_id = :enterprise", parameters, mapper);
    }

    @Override
    public List<Step> history(String quoteNumber) {
        return db.sql("""
                        select at, from_state as "from", to_state as "to", reason, actor_name as actor, source
                        from quote_version where quote_number = :number and from_state is distinct from to_state
                        order by version""")
                .param("number", quoteNumber)
                .query(DataClassRowMapper.newInstance(Step.class))
                .list();
    }

    @Override
    public List<String> waiting(int atMost) {
        return db.sql("select quote_number from quote where state = 'acknowledged' order by created_at limit :most")
                .param("most", atMost)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public List<String> endedBefore(LocalDate day, int atMost) {
        return ending("< :day", day, atMost);
    }

    @Override
    public List<String> endingBy(LocalDate day, int atMost) {
        return ending("<= :day and reminded_at is null", day, atMost);
    }

    private List<String> ending(String condition, LocalDate day, int atMost) {
        return db.sql("select quote_number from quote where " + ENDING + condition
                        + " order by valid_until limit :most")
                .param("day", day)
                .param("most", atMost)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public boolean remind(String quoteNumber) {
        return db.sql("update quote set reminded_at = :now where quote_number = :number and reminded_at is null and "
                                + ENDING + "is not null")
                        .param("now", OffsetDateTime.now(clock))
                        .param("number", quoteNumber)
                        .update()
                == 1;
    }
}
