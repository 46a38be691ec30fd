package io.controlcenter.order.credit.persistence;

import io.controlcenter.order.credit.application.CreditJournal;
import io.controlcenter.order.credit.domain.CreditApplication;
import io.controlcenter.order.credit.domain.CreditState;
import io.controlcenter.platform.security.Caller;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Appends every change of state, with who and when. */
@Component
class JdbcCreditHistory implements CreditJournal {

    private final JdbcClient db;
    private final Clock clock;

    JdbcCreditHistory(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public void write(@Nullable CreditState from, CreditApplication application, @Nullable String text) {
        if (from == application.state()) {
            return;
        }
        var caller = Caller.current();
        db.sql("""
                        insert into credit_history (application_number, enterprise_id, account_id, at, from_state,
                          to_state, text, actor_id, actor_name, source)
                        values (:number, :enterprise, :account, :at, :from, :to, :text, :actorId, :actor, :source)""")
                .param("number", application.applicationNumber())
                .param("enterprise", application.enterpriseId())
                .param("account", application.accountId())
                .param("at", OffsetDateTime.now(clock))
                .param("from", from == null ? null : from.name())
                .param("to", application.state().name())
                .param("text", text)
                .param("actorId", caller.map(Caller::subject).orElse("system"))
                .param("actor", caller.map(Caller::name).orElse("Control Center"))
                .param(
                        "source",
                        caller.map(who -> who.isProvider() ? "PROVIDER" : "CUSTOMER")
                                .orElse("SYSTEM"))
                .update();
    }
}
