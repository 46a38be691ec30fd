package io.controlcenter.maintenance.conflicts;

import io.controlcenter.maintenance.conflicts.domain.Conflict;
import io.controlcenter.platform.outbox.Outbox;
import io.controlcenter.platform.outbox.OutboxEvent;
import io.controlcenter.platform.tenancy.ScopedTransactionManager;
import io.controlcenter.platform.tenancy.TenantScope;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the conflicts of an enterprise as they are now, tells of those that are new and of those that are gone. */
@Component
class WatchingConflicts {

    private static final String TOPIC = "maintenance.conflict.v1";
    private final JdbcClient db;
    private final Groups groups;
    private final ReadingRisks risks;
    private final Conflicts conflicts;
    private final QueuingChecks checks;
    private final Outbox outbox;
    private final ScopedTransactionManager transactions;
    private final Clock clock;

    WatchingConflicts(
            JdbcClient db,
            Groups groups,
            ReadingRisks risks,
            Conflicts conflicts,
            QueuingChecks checks,
            Outbox outbox,
            ScopedTransactionManager transactions,
            Clock clock) {
        this.db = db;
        this.groups = groups;
        this.risks = risks;
        this.conflicts = conflicts;
        this.checks = checks;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What was due of the enterprise up to now. */
    @Transactional
    void due(String enterpriseId, Instant now) {
        db.sql("delete from conflict_check where enterprise_id = :enterprise and due_at <= :now")
                .param("enterprise", enterpriseId)
                .param("now", now.atOffset(java.time.ZoneOffset.UTC))
                .update();
        look(enterpriseId);
    }

    /** All groups of the enterprise, whoever made it necessary; by one transaction at a time. */
    @Transactional
    void look(String enterpriseId) {
        transactions.rescope(TenantScope.of(enterpriseId));
        db.sql("select pg_advisory_xact_lock(hashtext('conflicts ' || :enterprise))")
                .param("enterprise", enterpriseId)
                .query((_, _) -> true)
                .list();
        groups.refreshAccounts(enterpriseId);
        var now = clock.instant();
        var before = new LinkedHashMap<String, ConflictRow>();
        conflicts.open(enterpriseId).forEach(row -> before.put(row.key(), row));
        for (var group : groups.of(enterpriseId)) {
            var risk = risks.of(enterpriseId, group.serviceIds(), now);
            risk.conflicts(now).forEach(found -> keep(enterpriseId, group, found, before, now));
            risk.lookAgain(now).ifPresent(at -> checks.later(enterpriseId, at));
        }
        before.values().forEach(gone -> tell("resolved", conflicts.resolve(gone, now), now));
    }

    private void keep(
            String enterpriseId, DiverseGroup group, Conflict found, Map<String, ConflictRow> before, Instant now) {
        var key = group.groupId() + " " + found.key();
        var known = before.remove(key);
        if (known == null) {
            tell("detected", conflicts.add(enterpriseId, group, key, found, now), now);
        } else if (known.differsFrom(found)) {
            conflicts.update(known, found);
        }
    }

    private void tell(String what, ConflictRow conflict, Instant now) {
        outbox.append(new OutboxEvent(
                TOPIC,
                "maintenance.conflict." + what + ".v1",
                conflict.conflictId(),
                conflict.enterpriseId(),
                null,
                conflict.version(),
                ConflictMessages.Conflict.of(conflict, now)));
    }
}
