package io.controlcenter.order.ordering.persistence;

import io.controlcenter.order.ordering.domain.Person;
import io.controlcenter.order.ordering.domain.RequestedDate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What JDBC needs to be told of instants and people. */
final class Columns {

    private Columns() {}

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** A person in three columns: {@code prefix}, {@code prefix_name} and {@code prefix_side}. */
    static @Nullable Person person(ResultSet row, String prefix) throws SQLException {
        var id = row.getString(prefix);
        return id == null
                ? null
                : new Person(id, row.getString(prefix + "_name"), Person.Side.valueOf(row.getString(prefix + "_side")));
    }

    /** A wish in two columns: {@code prefix_kind} and {@code prefix_date}. */
    static @Nullable RequestedDate date(ResultSet row, String prefix) throws SQLException {
        var kind = row.getString(prefix + "_kind");
        return kind == null
                ? null
                : new RequestedDate(RequestedDate.Kind.valueOf(kind), row.getObject(prefix + "_date", LocalDate.class));
    }
}
