package io.controlcenter.identity.secondfactor;

import io.controlcenter.identity.enterprises.Enterprises;
import io.controlcenter.identity.journal.Everywhere;
import io.controlcenter.identity.journal.SecurityJournal;
import io.controlcenter.identity.users.application.SignedInSessions;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an enterprise asks of those who work for it. */
@Component
class SignInPolicies {

    private final JdbcClient db;
    private final Enterprises enterprises;
    private final AuditTrail audit;
    private final Clock clock;
    private final Everywhere everywhere;
    private final SignedInSessions sessions;
    private final SecurityJournal journal;

    SignInPolicies(
            JdbcClient db,
            Enterprises enterprises,
            AuditTrail audit,
            Clock clock,
            Everywhere everywhere,
            SignedInSessions sessions,
            SecurityJournal journal) {
        this.db = db;
        this.enterprises = enterprises;
        this.audit = audit;
        this.clock = clock;
        this.everywhere = everywhere;
        this.sessions = sessions;
        this.journal = journal;
    }

    /** @param version 0 before anybody decided */
    record Policy(boolean secondFactorRequired, long version) {}

    @Transactional(readOnly = true)
    Policy of(String enterpriseId) {
        enterprises.require(enterpriseId);
        return db.sql("select second_factor_required, version from sign_in_policy where enterprise_id = :id")
                .param("id", enterpriseId)
                .query((row, _) -> new Policy(row.getBoolean(1), row.getLong(2)))
                .optional()
                .orElse(new Policy(false, 0));
    }

    @Transactional
    Policy put(String enterpriseId, LongConsumer expected, boolean required) {
        var before = of(enterpriseId);
        expected.accept(before.version());
        if (before.version() > 0 && before.secondFactorRequired() == required) {
            return before;
        }
        var written = db.sql("""
                        insert into sign_in_policy as p (enterprise_id, second_factor_required, changed_at, version)
                        values (:id, :required, :now, 1)
                        on conflict (enterprise_id) do update set second_factor_required = :required,
                          changed_at = :now, version = p.version + 1 where p.version = :version""")
                .param("id", enterpriseId)
                .param("required", required)
                .param("now", OffsetDateTime.now(clock))
                .param("version", before.version())
                .update();
        if (written == 0) {
            throw Problem.conflict("stale-version", "Somebody else changed this meanwhile; read it again.");
        }
        var after = of(enterpriseId);
        audit.record(enterpriseId, "sign-in-policy.changed", "enterprise", enterpriseId, before, after);
        return after;
    }

    /** Whoever works for the enterprise without a second factor signs in again, and sets one up on the way. */
    void endSignInsWithout(String enterpriseId) {
        everywhere.run(() -> db.sql("""
                        select m.user_id from membership m where m.enterprise_id = :id and not exists (
                          select 1 from second_factor f where f.user_id = m.user_id and f.confirmed_at is not null)""")
                .param("id", enterpriseId)
                .query((row, _) -> row.getString(1))
                .list()
                .forEach(userId -> {
                    sessions.end(userId);
                    journal.signedOutEverywhere(userId);
                }));
    }
}
