package io.controlcenter.maintenance.conflicts;

import io.controlcenter.platform.web.ListRequest;
import io.controlcenter.platform.web.Listing;
import io.controlcenter.platform.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The diverse groups that the transaction may see. */
@Component
class Groups {

    private static final Listing LIST = Listing.of("d.*", "diverse_group d")
            .text("name", "d.name")
            .instant("createdAt", "d.created_at")
            .order("createdAt", "d.id");

    private final JdbcClient db;

    Groups(JdbcClient db) {
        this.db = db;
    }

    /** Which of these are no installed services that the reader may see, by their position. */
    List<Integer> strangers(List<String> serviceIds) {
        return db.sql("""
                        select position - 1 from unnest(cast(:ids as text[])) with ordinality as w (id, position)
                        where not exists (select 1 from installed_service s where s.service_id = w.id and s.active)
                        order by position""")
                .param("ids", serviceIds.toArray(String[]::new))
                .query((row, _) -> row.getInt(1))
                .list();
    }

    private List<String> accounts(List<String> serviceIds) {
        return db.sql("select distinct account_id from installed_service where service_id = any (:ids)")
                .param("ids", serviceIds.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** @return false when the enterprise has a group of this name */
    boolean add(DiverseGroup group) {
        return db.sql("""
                        insert into diverse_group (group_id, enterprise_id, account_ids, name, service_ids, created_at,
                          created_by, version)
                        values (:id, :enterprise, :accounts, :name, :services, :at, :by, 0) on conflict do nothing""")
                        .param("id", group.groupId())
                        .param("enterprise", group.enterpriseId())
                        .param("accounts", accounts(group.serviceIds()).toArray(String[]::new))
                        .param("name", group.name())
                        .param("services", group.serviceIds().toArray(String[]::new))
                        .param("at", group.createdAt().atOffset(ZoneOffset.UTC))
                        .param("by", group.createdBy())
                        .update()
                == 1;
    }

    void save(DiverseGroup group) {
        var rows = db.sql("""
                        update diverse_group set name = :name, service_ids = :services, account_ids = :accounts,
                          version = :version where group_id = :id and version = :version - 1""")
                .param("name", group.name())
                .param("services", group.serviceIds().toArray(String[]::new))
                .param("accounts", accounts(group.serviceIds()).toArray(String[]::new))
                .param("version", group.version())
                .param("id", group.groupId())
                .update();
        if (rows == 0) {
            throw new OptimisticLockingFailureException("Group " + group.groupId() + " was changed meanwhile");
        }
    }

    void remove(UUID groupId) {
        db.sql("delete from diverse_group where group_id = :id")
                .param("id", groupId)
                .update();
    }

    Optional<DiverseGroup> find(UUID groupId) {
        return db.sql("select * from diverse_group where group_id = :id")
                .param("id", groupId)
                .query((row, _) -> group(row))
                .optional();
    }

    List<DiverseGroup> of(String enterpriseId) {
        return db.sql("select * from diverse_group where enterprise_id = :enterprise order by id")
                .param("enterprise", enterpriseId)
                .query((row, _) -> group(row))
                .list();
    }

    Page<DiverseGroup> list(@Nullable String enterpriseId, ListRequest request) {
        return enterpriseId == null
                ? LIST.page(db, request, "true", Map.of(), (row, _) -> group(row))
                : LIST.page(
                        db,
                        request,
                        "d.enterprise_id = :enterprise",
                        Map.of("enterprise", enterpriseId),
                        (row, _) -> group(row));
    }

    /** A service that moved to another account takes along who may see the group. */
    void refreshAccounts(String enterpriseId) {
        db.sql("""
                        update diverse_group d set account_ids = now.account_ids from (
                          select g.group_id, array_agg(distinct s.account_id order by s.account_id) as account_ids
                          from diverse_group g join installed_service s
                            on s.enterprise_id = g.enterprise_id and s.service_id = any (g.service_ids)
                          where g.enterprise_id = :enterprise group by g.group_id) now
                        where d.group_id = now.group_id
                          and not (d.account_ids @> now.account_ids and d.account_ids <@ now.account_ids)""").param("enterprise", enterpriseId).update();
    }

    private static DiverseGroup group(ResultSet row) throws SQLException {
        return new DiverseGroup(
                row.getObject("group_id", UUID.class),
                row.getString("enterprise_id"),
                row.getString("name"),
                List.of((String[]) row.getArray("service_ids").getArray()),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                row.getLong("version"));
    }
}
