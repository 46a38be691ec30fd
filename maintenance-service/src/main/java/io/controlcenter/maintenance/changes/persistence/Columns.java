package io.controlcenter.maintenance.changes.persistence;

import io.controlcenter.maintenance.changes.domain.Impact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Times between Java and PostgreSQL. */
final class Columns {

    /** From nothing to the worst. */
    static final String[] IMPACTS =
            Arrays.stream(Impact.values()).map(Impact::name).toArray(String[]::new);

    /** The worst impact of the rows of {@code service_impact i}. */
    static final String WORST = """
            (array['NO_IMPACT', 'REDUCED_REDUNDANCY', 'DEGRADED', 'OUTAGE'])[max(array_position(
              array['NO_IMPACT', 'REDUCED_REDUNDANCY', 'DEGRADED', 'OUTAGE'], i.impact))]""";

    private Columns() {}

    static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static Instant required(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instant(row, column), column);
    }
}
