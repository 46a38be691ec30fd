package io.controlcenter.platform.test;

import io.controlcenter.platform.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks PostgreSQL itself, as the service's own role and by raw SQL, what one tenant can see and touch of another. */
public final class TenantWalls {

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    public TenantWalls(JdbcClient db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /** Every table with an enterprise's rows; the outbox is the relay's, and holds rows only until they are published. */
    public List<String> tenantTables() {
        return db.sql("""
                        select c.table_name from information_schema.columns c
                        join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and c.column_name = 'enterprise_id'
                          and t.table_type = 'BASE TABLE' and c.table_name <> 'outbox_event'
                        order by 1""").query(String.class).list();
    }

    /** Tenant tables on which row-level security is not switched on. */
    public List<String> unguarded() {
        var guarded = db.sql("select relname from pg_class where relrowsecurity")
                .query(String.class)
                .list();
        return tenantTables().stream().filter(table -> !guarded.contains(table)).toList();
    }

    /** Tables that the service's role owns: there must be none, for an owner is above row-level security. */
    public List<String> owned() {
        return db.sql("select tablename from pg_tables where tableowner = current_user")
                .query(String.class)
                .list();
    }

    /** Rows seen per tenant table under a scope; tables without any left out. */
    public Map<String, Long> seen(TenantScope scope) {
        return count(scope, "true");
    }

    /** Rows of one enterprise that are seen under the scope of another one; empty when the walls hold. */
    public Map<String, Long> leaked(String from, TenantScope scope) {
        return count(scope, "enterprise_id = '" + from + "'");
    }

    private Map<String, Long> count(TenantScope scope, String condition) {
        var rows = new TreeMap<String, Long>();
        for (var table : tenantTables()) {
            var sql = "select count(*) from %s where %s".formatted(table, condition);
            var found = TenantScope.call(
                    scope,
                    () -> transaction.execute(_ -> db.sql(sql).query(Long.class).single()));
            if (found > 0) {
                rows.put(table, found);
            }
        }
        return rows;
    }

    /** Tables in which a row of one enterprise could be changed or deleted under the scope of another one. */
    public List<String> touched(String of, TenantScope scope) {
        return tenantTables().stream()
                .filter(table -> touches(table, of, scope))
                .toList();
    }

    private boolean touches(String table, String of, TenantScope scope) {
        var update = "update %s set enterprise_id = enterprise_id where enterprise_id = '%s'".formatted(table, of);
        try {
            return TenantScope.call(
                    scope,
                    () -> transaction.execute(status -> {
                        status.setRollbackOnly();
                        return db.sql(update).update() > 0;
                    }));
        } catch (DataAccessException _) {
            return false;
        }
    }
}
