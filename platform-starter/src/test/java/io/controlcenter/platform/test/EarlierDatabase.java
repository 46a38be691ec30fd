package io.controlcenter.platform.test;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A service's database that stood at an earlier version, got rows, and was migrated on: what an upgrade does. */
public final class EarlierDatabase {

    private EarlierDatabase() {}

    /**
     * @param context whose migrations are on the classpath
     * @param version up to which the database stands, inclusive
     * @param rows SQL that writes them, each on its own: foreign keys are not checked
     * @return the database at the newest version, to be looked at by its administrator
     */
    public static JdbcClient migrated(String context, String version, List<String> rows) {
        var name = context + "_earlier";
        try {
            Infrastructure.provision(name);
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + name + " could not be made", e);
        }
        // what runs after a migration belongs to the newest version
        flyway(name).skipDefaultCallbacks(true).target(version).load().migrate();
        var admin = JdbcClient.create(
                new DriverManagerDataSource(Infrastructure.adminUrl().replaceFirst("(?<=\\d/)\\w+", name)));
        rows.forEach(row ->
                admin.sql("set session_replication_role = replica; " + row).update());
        flyway(name).load().migrate();
        return admin;
    }

    private static FluentConfiguration flyway(String name) {
        return Flyway.configure()
                .dataSource(new DriverManagerDataSource(Infrastructure.ownerUrl(name)))
                .locations("classpath:db/platform", "classpath:db/migration")
                .placeholders(Map.of("appRole", name + "_app", "auditKeptFor", "P2Y"));
    }
}
