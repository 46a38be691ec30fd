package io.controlcenter.order.quotes.persistence;

import io.controlcenter.order.quotes.application.QuoteJournal;
import io.controlcenter.order.quotes.application.Quotes;
import io.controlcenter.order.quotes.domain.QuoteState;
import io.controlcenter.platform.security.Caller;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Appends each version of a quote as it was, with who made it and when. */
@Component
class JdbcQuoteVersions implements QuoteJournal {

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    JdbcQuoteVersions(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void write(@Nullable QuoteState from, Quotes.Stored stored) {
        var quote = stored.quote();
        var caller = Caller.current();
        db.sql("""
                        insert into quote_version (quote_number, version, enterprise_id, account_id, at, from_state,
                          to_state, reason, actor_id, actor_name, source, content)
                        values (:number, :version, :enterprise, :account, :at, :from, :to, :reason, :actorId, :actor,
                          :source, cast(:content as jsonb))""")
                .param("number", quote.quoteNumber())
                .param("version", stored.version())
                .param("enterprise", quote.request().enterpriseId())
                .param("account", quote.request().accountId())
                .param("at", OffsetDateTime.now(clock))
                .param("from", from == null ? null : from.wire())
                .param("to", quote.state().wire())
                .param("reason", quote.reason())
                .param("actorId", caller.map(Caller::subject).orElse("system"))
                .param("actor", caller.map(Caller::name).orElse("Control Center"))
                .param(
                        "source",
                        caller.map(who -> who.isProvider() ? "PROVIDER" : "CUSTOMER")
                                .orElse("SYSTEM"))
                .param("content", json.writeValueAsString(quote))
                .update();
    }
}
