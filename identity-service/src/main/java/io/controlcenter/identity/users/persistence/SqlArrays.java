package io.controlcenter.identity.users.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Text arrays of PostgreSQL as lists. */
final class SqlArrays {

    private SqlArrays() {}

    static List<String> read(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static String[] of(List<String> values) {
        return values.toArray(String[]::new);
    }
}
