package io.controlcenter.billing.requests.persistence;

import io.controlcenter.billing.requests.application.RequestTypes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Types and forms by SQL. */
@Component
@Transactional(readOnly = true)
class JdbcRequestTypes implements RequestTypes {

    private final JdbcClient db;

    JdbcRequestTypes(JdbcClient db) {
        this.db = db;
    }

    private record Owned(String subtype, Field field) {}

    @Override
    public List<Subtype> all() {
        var fields = db
                .sql("select * from billing_request_field order by type, subtype, position")
                .query((row, _) -> new Owned(row.getString("type") + "/" + row.getString("subtype"), field(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Owned::subtype, Collectors.mapping(Owned::field, Collectors.toList())));
        return db.sql("select * from billing_request_type order by position")
                .query((row, _) -> subtype(row, fields))
                .list();
    }

    private static Subtype subtype(ResultSet row, Map<String, List<Field>> fields) throws SQLException {
        var type = row.getString("type");
        var subtype = row.getString("subtype");
        return new Subtype(
                type,
                subtype,
                row.getString("name"),
                row.getString("description"),
                row.getBoolean("requires_invoice"),
                fields.getOrDefault(type + "/" + subtype, List.of()));
    }

    private static Field field(ResultSet row) throws SQLException {
        var choices = row.getArray("choices");
        return new Field(
                row.getString("name"),
                row.getString("label"),
                FieldKind.valueOf(row.getString("kind")),
                row.getBoolean("required"),
                choices == null ? List.of() : List.of((String[]) choices.getArray()));
    }
}
