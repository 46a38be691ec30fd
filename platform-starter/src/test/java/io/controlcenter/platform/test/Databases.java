package io.controlcenter.platform.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Makes what a service needs of PostgreSQL, as an administrator would: a database, the role that owns its tables and
 * migrates them, and the role that the service signs in as, which owns nothing. Making it again changes only passwords.
 */
public final class Databases {

    private Databases() {}

    public static void provision(String adminUrl, String context, String ownerPassword, String appPassword)
            throws SQLException {
        try (var admin = DriverManager.getConnection(adminUrl)) {
            role(admin, context + "_owner", ownerPassword);
            role(admin, context + "_app", appPassword);
            if (!exists(admin, "select 1 from pg_database where datname = '%s'".formatted(context))) {
                execute(admin, "create database \"%s\" owner %s_owner".formatted(context, context));
                execute(admin, "revoke connect on database \"%s\" from public".formatted(context));
            }
            execute(admin, "grant connect on database \"%s\" to %s_app".formatted(context, context));
        }
    }

    private static void role(Connection admin, String name, String password) throws SQLException {
        var verb = exists(admin, "select 1 from pg_roles where rolname = '%s'".formatted(name)) ? "alter" : "create";
        execute(admin, "%s role %s login password '%s'".formatted(verb, name, password));
    }

    private static boolean exists(Connection admin, String query) throws SQLException {
        try (var statement = admin.createStatement();
                var found = statement.executeQuery(query)) {
            return found.next();
        }
    }

    private static void execute(Connection admin, String sql) throws SQLException {
        try (var statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }
}
