package io.controlcenter.billing.invoicing.persistence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Many rows as one statement's parameters, an array per column, for {@code unnest}. That is as near to COPY as row-level
 * security lets one come.
 */
final class Columns<T> {

    private final List<T> rows;
    private final MapSqlParameterSource parameters = new MapSqlParameterSource();

    private Columns(List<T> rows) {
        this.rows = rows;
    }

    static <T> Columns<T> of(List<T> rows) {
        return new Columns<>(rows);
    }

    /**
     * Elements may be null, though Spring's annotation does not say so. The driver sends arrays of Long, Integer, Boolean
     * and text as they are, which is cheaper for both sides; all others as text.
     *
     * @param sqlType of the elements, such as {@code int8}
     */
    @SuppressWarnings("NullAway")
    Columns<T> with(String name, String sqlType, Function<T, ? extends @Nullable Object> value) {
        var column = column(sqlType, rows.size());
        for (int i = 0; i < column.length; i++) {
            var one = value.apply(rows.get(i));
            column[i] = column instanceof String[] ? text(one) : one;
        }
        parameters.addValue(name, new SqlArrayValue(sqlType, column));
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

    Columns<T> and(String name, @Nullable Object value) {
        parameters.addValue(name, value);
        return this;
    }

    MapSqlParameterSource parameters() {
        return parameters;
    }
}
