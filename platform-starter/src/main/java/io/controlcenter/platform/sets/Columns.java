package io.controlcenter.platform.sets;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Many rows as one statement's parameters, an array per column, for {@code unnest}. That is as near to COPY as row-level
 * security lets one come.
 */
public final class Columns<T> {

    private final List<T> rows;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final MapSqlParameterSource others = new MapSqlParameterSource();

    private Columns(List<T> rows) {
        this.rows = rows;
    }

    public static <T> Columns<T> of(List<T> rows) {
        return new Columns<>(rows);
    }

    /** @param any the value that all rows have, where they do */
    private record Column(
            String sqlType,
            SqlArrayValue array,
            boolean isTheSameInAll,
            @Nullable Object any) {

        /** Elements may be null, though Spring's annotation does not say so. */
        @SuppressWarnings("NullAway")
        static Column of(String sqlType, @Nullable Object[] values) {
            var any = values.length == 0 ? null : values[0];
            return new Column(
                    sqlType,
                    new SqlArrayValue(sqlType, values),
                    Arrays.stream(values).allMatch(value -> Objects.equals(value, any)),
                    any);
        }
    }

    /**
     * The driver sends arrays of Long, Integer, Boolean and text as they are, which is cheaper for both sides; all others
     * as text.
     *
     * @param sqlType of the elements, such as {@code int8}
     */
    public Columns<T> with(String name, String sqlType, Function<T, ? extends @Nullable Object> value) {
        var column = column(sqlType, rows.size());
        for (int i = 0; i < column.length; i++) {
            var one = value.apply(rows.get(i));
            column[i] = column instanceof String[] ? text(one) : one;
        }
        columns.put(name, Column.of(sqlType, column));
        return this;
    }

    private static @Nullable Object[] column(String sqlType, int size) {
        return switch (sqlType) {
            case "int8" -> new Long[size];
            case "int4" -> new Integer[size];
            case "bool" -> new Boolean[size];
            default -> new String[size];
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal decimal -> decimal.toPlainString();
            case Enum<?> constant -> constant.name();
            case Instant instant -> instant.toString();
            default -> value.toString();
        };
    }

    /** A parameter that is no column. */
    public Columns<T> and(String name, @Nullable Object value) {
        others.addValue(name, value);
        return this;
    }

    public MapSqlParameterSource parameters() {
        var parameters = new MapSqlParameterSource(others.getValues());
        columns.forEach((name, column) -> parameters.addValue(name, column.array()));
        return parameters;
    }

    /**
     * Adds the rows, in their order, to a table whose columns have these names. What is the same in all rows is sent once;
     * the first column tells the rows apart and never is.
     */
    public void insertInto(String table, JdbcClient db) {
        if (rows.isEmpty()) {
            return;
        }
        var values = new StringJoiner(", ");
        var parameters = new MapSqlParameterSource();
        columns.forEach((name, column) -> {
            if (parameters.getValues().isEmpty() || !column.isTheSameInAll()) {
                values.add("unnest(:%s)".formatted(name));
                parameters.addValue(name, column.array());
            } else {
                values.add("cast(:%s as %s)".formatted(name, column.sqlType()));
                parameters.addValue(name, column.any());
            }
        });
        // unnest in the list of the select goes row by row; in FROM, PostgreSQL keeps each array once more
        db.sql("insert into %s (%s) select %s".formatted(table, String.join(", ", columns.keySet()), values))
                .paramSource(parameters)
                .update();
    }
}
