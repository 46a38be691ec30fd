package io.controlcenter.identity.enterprises;

import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Billing accounts in the hierarchy, and those that wait for a place in it. */
@Component
public class BillingAccounts {

    private final JdbcClient db;
    private final Clock clock;
    private final EnterpriseEventsOut events;
    private final AuditTrail audit;
    private final ObjectProvider<AccountUse> uses;

    BillingAccounts(
            JdbcClient db, Clock clock, EnterpriseEventsOut events, AuditTrail audit, ObjectProvider<AccountUse> uses) {
        this.db = db;
        this.clock = clock;
        this.events = events;
        this.audit = audit;
        this.uses = uses;
    }

    /** An account as billing tells of it. */
    record Told(
            String accountId,
            @Nullable String customerNumber,
            String name,
            Segment segment,
            String timeZone,
            String currency) {}

    /** Those of the ids that are accounts of the enterprise and visible to the caller. */
    @Transactional(readOnly = true)
    public Set<String> existing(String enterpriseId, Collection<String> accountIds) {
        if (accountIds.isEmpty()) {
            return Set.of();
        }
        return db.sql(
                        "select account_id from billing_account where enterprise_id = :enterprise and account_id in (:ids)")
                .param("enterprise", enterpriseId)
                .param("ids", accountIds)
                .query((row, _) -> row.getString(1))
                .set();
    }

    @Transactional(readOnly = true)
    List<BillingAccount> of(String enterpriseId) {
        return db.sql("select * from billing_account where enterprise_id = :enterprise order by id")
                .param("enterprise", enterpriseId)
                .query((row, _) -> account(row))
                .list();
    }

    /**
     * Billing opened an account: it is placed under its customer number, or waits until the number exists or somebody
     * adds it. Told again, or after it was added by hand, nothing happens.
     */
    @Transactional
    void told(@Nullable String enterpriseId, Told account) {
        if (isPlaced(account.accountId())) {
            return;
        }
        if (enterpriseId == null || account.customerNumber() == null || !isOf(enterpriseId, account.customerNumber())) {
            keepWaiting(account);
            return;
        }
        place(enterpriseId, account.customerNumber(), account);
    }

    private boolean isOf(String enterpriseId, String customerNumber) {
        return db.sql("select count(*) from customer_number where number = :number and enterprise_id = :enterprise")
                        .param("number", customerNumber)
                        .param("enterprise", enterpriseId)
                        .query(Long.class)
                        .single()
                == 1;
    }

    private boolean isPlaced(String accountId) {
        return db.sql("select account_is_placed(:id)")
                .param("id", accountId)
                .query(Boolean.class)
                .single();
    }

    private void keepWaiting(Told account) {
        db.sql("""
                        insert into unplaced_account (account_id, customer_number, name, segment, time_zone, currency)
                        values (:id, :number, :name, :segment, :zone, :currency) on conflict do nothing""")
                .param("id", account.accountId())
                .param("number", account.customerNumber())
                .param("name", account.name())
                .param("segment", account.segment().name())
                .param("zone", account.timeZone())
                .param("currency", account.currency())
                .update();
    }

    /** Accounts that were told of before their customer number existed. */
    @Transactional
    void placeWaiting(Enterprise enterprise) {
        for (var number : enterprise.customerNumbers()) {
            db.sql("select * from unplaced_account where customer_number = :number and segment = :segment for update")
                    .param("number", number.number())
                    .param("segment", enterprise.segment().name())
                    .query((row, _) -> told(row))
                    .list()
                    .forEach(account -> place(enterprise.enterpriseId(), number.number(), account));
        }
    }

    /** What became of an account that was to be added (domain b.1). */
    enum AddResult {
        ADDED,
        ALREADY_ASSIGNED_HERE,
        ASSIGNED_ELSEWHERE,
        NOT_FOUND,
        SEGMENT_MISMATCH
    }

    /** Adds an account that has no enterprise yet (handbook S62, S63); of another enterprise nothing is said. */
    @Transactional
    AddResult add(Enterprise enterprise, String accountId, String customerNumber) {
        if (existing(enterprise.enterpriseId(), List.of(accountId)).contains(accountId)) {
            return AddResult.ALREADY_ASSIGNED_HERE;
        }
        var waiting = waiting(accountId);
        if (waiting.isEmpty()) {
            return isPlaced(accountId) ? AddResult.ASSIGNED_ELSEWHERE : AddResult.NOT_FOUND;
        }
        if (waiting.get().segment() != enterprise.segment()) {
            return AddResult.SEGMENT_MISMATCH;
        }
        place(enterprise.enterpriseId(), customerNumber, waiting.get());
        return AddResult.ADDED;
    }

    @Transactional(readOnly = true)
    Optional<BillingAccount> find(String enterpriseId, String accountId) {
        return db.sql("select * from billing_account where account_id = :id and enterprise_id = :enterprise")
                .param("id", accountId)
                .param("enterprise", enterpriseId)
                .query((row, _) -> account(row))
                .optional();
    }

    /** Refuses a customer number that is none of the enterprise's. */
    void requireNumber(String enterpriseId, String customerNumber, String pointer) {
        if (!isOf(enterpriseId, customerNumber)) {
            throw Problem.unprocessable(
                    Violation.referenceNotFound(pointer, "The enterprise has no such customer number."));
        }
    }

    private Optional<Told> waiting(String accountId) {
        return db.sql("select * from unplaced_account where account_id = :id for update")
                .param("id", accountId)
                .query((row, _) -> told(row))
                .optional();
    }

    private BillingAccount place(String enterpriseId, String customerNumber, Told account) {
        var placed = db.sql("""
                        insert into billing_account (account_id, enterprise_id, customer_number, name, segment, time_zone,
                          currency, status, added_at, version)
                        values (:id, :enterprise, :number, :name, :segment, :zone, :currency, 'ACTIVE', :at,
                          nextval('change_version')) returning *""")
                .param("id", account.accountId())
                .param("enterprise", enterpriseId)
                .param("number", customerNumber)
                .param("name", account.name())
                .param("segment", account.segment().name())
                .param("zone", account.timeZone())
                .param("currency", account.currency())
                .param("at", OffsetDateTime.now(clock))
                .query((row, _) -> account(row))
                .single();
        db.sql("delete from unplaced_account where account_id = :id")
                .param("id", account.accountId())
                .update();
        events.added(placed);
        audit.record(enterpriseId, "account.added", "account", placed.accountId(), null, placed);
        return placed;
    }

    /** Takes an account out of its enterprise; whoever adds it next is found by its number. */
    @Transactional
    void remove(String enterpriseId, String accountId) {
        var removed = db.sql(
                        "delete from billing_account where account_id = :id and enterprise_id = :enterprise returning *")
                .param("id", accountId)
                .param("enterprise", enterpriseId)
                .query((row, _) -> account(row))
                .optional()
                .orElseThrow(() -> Problem.notFound("The account " + accountId));
        keepWaiting(
                new Told(accountId, null, removed.name(), removed.segment(), removed.timeZone(), removed.currency()));
        uses.orderedStream().forEach(use -> use.end(enterpriseId, accountId));
        events.removed(
                removed,
                db.sql("select nextval('change_version')").query(Long.class).single());
        audit.record(enterpriseId, "account.removed", "account", accountId, removed, null);
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                row.getString("account_id"),
                row.getString("customer_number"),
                row.getString("name"),
                Segment.valueOf(row.getString("segment")),
                row.getString("time_zone"),
                row.getString("currency"));
    }

    static BillingAccount account(ResultSet row) throws SQLException {
        return new BillingAccount(
                row.getString("account_id"),
                row.getString("enterprise_id"),
                row.getString("customer_number"),
                row.getString("name"),
                Segment.valueOf(row.getString("segment")),
                row.getString("time_zone"),
                row.getString("currency"),
                row.getString("status"),
                row.getTimestamp("added_at").toInstant(),
                row.getLong("version"));
    }
}
