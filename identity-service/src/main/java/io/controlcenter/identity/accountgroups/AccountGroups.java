package io.controlcenter.identity.accountgroups;

import io.controlcenter.identity.enterprises.BillingAccounts;
import io.controlcenter.identity.enterprises.EnterpriseEnd;
import io.controlcenter.platform.audit.AuditTrail;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The groups of accounts; a change takes effect in every membership that was granted the group, at once. */
@Component
@Transactional
public class AccountGroups implements EnterpriseEnd {

    private static final Listing LIST = Listing.of("g.*", "account_group g")
            .text("name", "g.name")
            .instant("createdAt", "g.created_at")
            .order("-createdAt", "g.id");

    private final JdbcClient db;
    private final BillingAccounts accounts;
    private final AuditTrail audit;
    private final Clock clock;
    private final ObjectProvider<GroupUse> uses;

    AccountGroups(
            JdbcClient db, BillingAccounts accounts, AuditTrail audit, Clock clock, ObjectProvider<GroupUse> uses) {
        this.db = db;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
        this.uses = uses;
    }

    /** Those of the ids that are groups of the enterprise; they stay as they are until the transaction ends. */
    public List<AccountGroup> existing(String enterpriseId, Collection<String> groupIds) {
        return groupIds.isEmpty()
                ? List.of()
                : db.sql(
                                "select * from account_group where enterprise_id = :enterprise and group_id in (:ids) for share")
                        .param("enterprise", enterpriseId)
                        .param("ids", groupIds)
                        .query((row, _) -> group(row))
                        .list();
    }

    @Transactional(readOnly = true)
    Page<AccountGroup> list(String enterpriseId, ListRequest request) {
        return LIST.page(
                db,
                request,
                "g.enterprise_id = :enterprise",
                Map.of("enterprise", enterpriseId),
                (row, _) -> group(row));
    }

    @Transactional(readOnly = true)
    AccountGroup require(String enterpriseId, String groupId) {
        return find(enterpriseId, groupId, "").orElseThrow(() -> Problem.notFound("The account group"));
    }

    private Optional<AccountGroup> find(String enterpriseId, String groupId, String lock) {
        return db.sql("select * from account_group where enterprise_id = :enterprise and group_id = :id " + lock)
                .param("enterprise", enterpriseId)
                .param("id", groupId)
                .query((row, _) -> group(row))
                .optional();
    }

    AccountGroup create(String enterpriseId, String name, List<String> accountIds) {
        requireAccounts(enterpriseId, accountIds);
        var created = named(
                name,
                () -> db.sql("""
                        insert into account_group (group_id, enterprise_id, name, account_ids, created_at, version)
                        values (:id, :enterprise, :name, :accounts, :at, 1) returning *""")
                        .param("id", UUID.randomUUID().toString())
                        .param("enterprise", enterpriseId)
                        .param("name", name)
                        .param("accounts", sorted(accountIds))
                        .param("at", OffsetDateTime.now(clock))
                        .query((row, _) -> group(row))
                        .single());
        audit.record(enterpriseId, "account-group.created", "account-group", created.groupId(), null, created);
        return created;
    }

    /** @param name and accountIds: null leaves them */
    AccountGroup change(
            String enterpriseId,
            String groupId,
            LongConsumer expected,
            @Nullable String name,
            @Nullable List<String> accountIds) {
        var before = locked(enterpriseId, groupId);
        expected.accept(before.version());
        if (accountIds != null) {
            requireAccounts(enterpriseId, accountIds);
        }
        return written(
                before, name == null ? before.name() : name, accountIds == null ? before.accountIds() : accountIds);
    }

    private AccountGroup written(AccountGroup before, String name, List<String> accountIds) {
        var after = named(
                name,
                () -> db.sql("""
                        update account_group set name = :name, account_ids = :accounts, version = version + 1
                        where group_id = :id returning *""")
                        .param("name", name)
                        .param("accounts", sorted(accountIds))
                        .param("id", before.groupId())
                        .query((row, _) -> group(row))
                        .single());
        if (!after.accountIds().equals(before.accountIds())) {
            uses.forEach(use -> use.changed(before.enterpriseId(), before.groupId()));
        }
        audit.record(before.enterpriseId(), "account-group.changed", "account-group", before.groupId(), before, after);
        return after;
    }

    void delete(String enterpriseId, String groupId, LongConsumer expected) {
        var before = locked(enterpriseId, groupId);
        expected.accept(before.version());
        db.sql("delete from account_group where group_id = :id")
                .param("id", groupId)
                .update();
        uses.forEach(use -> use.ended(enterpriseId, groupId));
        audit.record(enterpriseId, "account-group.deleted", "account-group", groupId, before, null);
    }

    void lose(String enterpriseId, String accountId) {
        db.sql(
                        "select * from account_group where enterprise_id = :enterprise and :account = any (account_ids) for update")
                .param("enterprise", enterpriseId)
                .param("account", accountId)
                .query((row, _) -> group(row))
                .list()
                .forEach(group -> written(
                        group,
                        group.name(),
                        group.accountIds().stream()
                                .filter(account -> !account.equals(accountId))
                                .toList()));
    }

    /** Where the accounts go, their groups go; two of one name are told apart by where they came from. */
    public void hand(String fromEnterpriseId, String toEnterpriseId, String fromName) {
        db.sql("""
                        update account_group g set enterprise_id = :to, version = version + 1,
                          name = case when exists (select 1 from account_group o where o.enterprise_id = :to and o.name = g.name)
                            then g.name || ' (' || :fromName || ', ' || :from || ')' else g.name end
                        where enterprise_id = :from""")
                .param("from", fromEnterpriseId)
                .param("to", toEnterpriseId)
                .param("fromName", fromName)
                .update();
    }

    /** They end with their enterprise. */
    @Override
    public void ended(String enterpriseId) {
        db.sql("delete from account_group where enterprise_id = :enterprise")
                .param("enterprise", enterpriseId)
                .update();
    }

    private AccountGroup locked(String enterpriseId, String groupId) {
        return find(enterpriseId, groupId, "for update").orElseThrow(() -> Problem.notFound("The account group"));
    }

    private void requireAccounts(String enterpriseId, List<String> accountIds) {
        var known = accounts.existing(enterpriseId, accountIds);
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < accountIds.size(); i++) {
            if (!known.contains(accountIds.get(i))) {
                violations.add(Violation.referenceNotFound("/accountIds/" + i, "The enterprise has no such account."));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.unprocessable(violations);
        }
    }

    private static AccountGroup named(String name, java.util.function.Supplier<AccountGroup> write) {
        try {
            return write.get();
        } catch (DuplicateKeyException _) {
            throw Problem.conflict("account-group-name-taken", "There is a group named " + name + " already.");
        }
    }

    private static String[] sorted(List<String> accountIds) {
        return accountIds.stream().distinct().sorted().toArray(String[]::new);
    }

    private static AccountGroup group(ResultSet row) throws SQLException {
        return new AccountGroup(
                row.getString("group_id"),
                row.getString("enterprise_id"),
                row.getString("name"),
                List.of((String[]) row.getArray("account_ids").getArray()),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("version"));
    }
}
