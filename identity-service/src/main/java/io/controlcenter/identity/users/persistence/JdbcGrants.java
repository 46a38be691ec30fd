package io.controlcenter.identity.users.persistence;

import io.controlcenter.identity.users.domain.Grant;
import io.controlcenter.identity.users.domain.Grants;
import io.controlcenter.identity.users.domain.Wanted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcGrants implements Grants {

    private final JdbcClient db;
    private final Clock clock;

    JdbcGrants(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public Optional<Grant> find(String userId, String enterpriseId) {
        return db.sql("select * from membership where user_id = :user and enterprise_id = :enterprise")
                .param("user", userId)
                .param("enterprise", enterpriseId)
                .query((row, _) -> grant(row))
                .optional();
    }

    @Override
    public List<Grant> of(String userId) {
        return db.sql("select * from membership where user_id = :user order by id")
                .param("user", userId)
                .query((row, _) -> grant(row))
                .list();
    }

    @Override
    public List<Grant> naming(String enterpriseId, String accountId) {
        return db.sql("select * from membership where enterprise_id = :enterprise and :account = any (account_ids)")
                .param("enterprise", enterpriseId)
                .param("account", accountId)
                .query((row, _) -> grant(row))
                .list();
    }

    @Override
    public List<Grant> ofEnterprise(String enterpriseId) {
        return db.sql("select * from membership where enterprise_id = :enterprise order by id")
                .param("enterprise", enterpriseId)
                .query((row, _) -> grant(row))
                .list();
    }

    @Override
    public List<Grant> ofGroup(String enterpriseId, String groupId) {
        return db.sql("select * from membership where enterprise_id = :enterprise and :group = any (account_group_ids)")
                .param("enterprise", enterpriseId)
                .param("group", groupId)
                .query((row, _) -> grant(row))
                .list();
    }

    /** What counts is put together here, and again whenever a group changes. */
    @Override
    public Grant put(String userId, String enterpriseId, Wanted wanted) {
        return db.sql("""
                        with counted (account_ids) as (select coalesce(array_agg(distinct account order by account), '{}') from (
                          select unnest(cast(:listed as text[])) union all
                          select unnest(account_ids) from account_group
                            where enterprise_id = :enterprise and group_id = any (cast(:groups as text[]))) as a (account))
                        insert into membership (user_id, enterprise_id, admin, permissions, all_accounts, account_ids,
                          listed_account_ids, account_group_ids, granted_at, version)
                        select :user, :enterprise, :admin, :permissions, :allAccounts, account_ids, :listed, :groups, :at,
                          nextval('change_version') from counted
                        on conflict (user_id, enterprise_id) do update set admin = excluded.admin,
                          permissions = excluded.permissions, all_accounts = excluded.all_accounts,
                          account_ids = excluded.account_ids, listed_account_ids = excluded.listed_account_ids,
                          account_group_ids = excluded.account_group_ids, version = excluded.version
                        returning *""")
                .param("user", userId)
                .param("enterprise", enterpriseId)
                .param("admin", wanted.admin())
                .param("permissions", SqlArrays.of(wanted.permissions()))
                .param("allAccounts", wanted.allAccounts())
                .param("listed", SqlArrays.of(wanted.accountIds()))
                .param("groups", SqlArrays.of(wanted.accountGroupIds()))
                .param("at", OffsetDateTime.now(clock))
                .query((row, _) -> grant(row))
                .single();
    }

    @Override
    public Grant remove(Grant grant) {
        db.sql("delete from membership where user_id = :user and enterprise_id = :enterprise")
                .param("user", grant.userId())
                .param("enterprise", grant.enterpriseId())
                .update();
        var version =
                db.sql("select nextval('change_version')").query(Long.class).single();
        return new Grant(
                grant.userId(),
                grant.enterpriseId(),
                grant.admin(),
                grant.permissions(),
                grant.allAccounts(),
                grant.accountIds(),
                grant.listedAccountIds(),
                grant.accountGroupIds(),
                grant.grantedAt(),
                version);
    }

    @Override
    public boolean hasOtherAdministrator(String enterpriseId, String userId) {
        db.sql("select 1 from enterprise where enterprise_id = :enterprise for update")
                .param("enterprise", enterpriseId)
                .query(Integer.class)
                .optional();
        return db.sql("""
                        select exists (select 1 from membership m join app_user u using (user_id)
                          where m.enterprise_id = :enterprise and m.admin and m.user_id <> :user
                            and (u.status = 'ACTIVE' or u.status = 'INVITED' and not exists
                              (select 1 from app_user leaving where leaving.user_id = :user and leaving.status = 'ACTIVE')))""")
                .param("enterprise", enterpriseId)
                .param("user", userId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean isMemberElsewhere(String userId, String enterpriseId) {
        return db.sql("select is_member_elsewhere(:user, :enterprise)")
                .param("user", userId)
                .param("enterprise", enterpriseId)
                .query(Boolean.class)
                .single();
    }

    static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                row.getString("user_id"),
                row.getString("enterprise_id"),
                row.getBoolean("admin"),
                SqlArrays.read(row, "permissions"),
                row.getBoolean("all_accounts"),
                SqlArrays.read(row, "account_ids"),
                SqlArrays.read(row, "listed_account_ids"),
                SqlArrays.read(row, "account_group_ids"),
                row.getTimestamp("granted_at").toInstant(),
                row.getLong("version"));
    }
}
