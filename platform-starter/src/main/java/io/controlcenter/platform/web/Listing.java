package io.controlcenter.platform.web;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A list resource over one hand-written SELECT: which attributes it can be filtered and sorted by, and how a page is
 * cut by keyset. Built once as a constant, and asked with each {@link ListRequest}. Unknown attributes, malformed
 * values and a foreign cursor are 400, all at once.
 *
 * <pre>{@code
 * Listing.of("t.number, t.state", "ticket t")
 *     .choice("state", "t.state", State.class).instant("openedAt", "t.opened_at")
 *     .order("-openedAt", "t.id");
 * }</pre>
 *
 * The tie-breaker must be a unique bigint column. Under row-level security PostgreSQL looks up an index only with
 * comparisons it knows to be leak-proof; those of text order are not.
 */
public final class Listing {

    private static final Map<String, String> RANGES = Map.of(".gte", ">=", ".gt", ">", ".lte", "<=", ".lt", "<");

    private final String columns;
    private final String from;
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private String defaultOrder = "";
    private String tieBreaker = "";

    private Listing(String columns, String from) {
        this.columns = columns;
        this.from = from;
    }

    /** @param from everything after FROM, joins included; conditions that always hold go to {@link #page} */
    public static Listing of(String columns, String from) {
        return new Listing(columns, from);
    }

    public Listing text(String name, String column) {
        return with(name, Attribute.text(column));
    }

    /** A column that holds the names of an enum. */
    public <E extends Enum<E>> Listing choice(String name, String column, Class<E> type) {
        return choice(
                name,
                column,
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }

    /** A column that holds one of these words, such as the states of a life cycle. */
    public Listing choice(String name, String column, Collection<String> values) {
        return with(name, Attribute.choice(column, values));
    }

    public Listing instant(String name, String column) {
        return with(name, Attribute.instant(column));
    }

    public Listing date(String name, String column) {
        return with(name, Attribute.date(column));
    }

    public Listing number(String name, String column) {
        return with(name, Attribute.number(column));
    }

    public Listing uuid(String name, String column) {
        return with(name, Attribute.uuid(column));
    }

    public Listing bool(String name, String column) {
        return with(name, Attribute.bool(column));
    }

    private Listing with(String name, Attribute attribute) {
        attributes.put(name, attribute);
        return this;
    }

    public Listing order(String order, String tieBreaker) {
        this.defaultOrder = order;
        this.tieBreaker = tieBreaker;
        return this;
    }

    /** The names that the documentation lists as filters. */
    public List<String> filters() {
        return List.copyOf(attributes.keySet());
    }

    /**
     * @param always a condition that holds whatever the caller asks, with named parameters; at least the enterprise
     * @param parameters values of the named parameters in {@code always}
     */
    public <T> Page<T> page(
            JdbcClient db, ListRequest request, String always, Map<String, ?> parameters, RowMapper<T> mapper) {
        var query = new Query(request, always, parameters);
        var sql = query.sql();
        List<Row<T>> rows;
        try {
            rows = db.sql(sql)
                    .params(query.parameters)
                    .query((row, number) -> new Row<>(
                            mapper.mapRow(row, number), row.getString("cursor_value"), row.getString("cursor_id")))
                    .list();
        } catch (DataIntegrityViolationException e) {
            // filters were parsed here; only what a cursor says is left to the database to read
            throw request.cursor() == null ? e : Problem.badQuery(Cursor.UNKNOWN);
        }
        var shown = rows.stream().limit(request.limit()).toList();
        var items = shown.stream().map(Row::item).toList();
        var next = rows.size() > request.limit() ? shown.getLast().position(query.order) : null;
        return new Page<>(items, next, request.positions() ? query.positions(shown) : null);
    }

    private record Row<T>(T item, String value, String id) {

        String position(String order) {
            return new Cursor(order, value, id).encode();
        }
    }

    private final class Query {

        private final ListRequest request;
        private final String order;
        private final @Nullable Attribute sortedBy;
        private final List<Violation> faults;
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> parameters;

        Query(ListRequest request, String always, Map<String, ?> parameters) {
            this.request = request;
            this.order = request.sort() == null ? defaultOrder : request.sort();
            this.sortedBy = attributes.get(order.startsWith("-") ? order.substring(1) : order);
            this.faults = new ArrayList<>(request.faults());
            this.conditions.add(always);
            this.parameters = new HashMap<>(parameters);
        }

        /** @throws Problem with everything that is wrong with the request */
        String sql() {
            request.filters().forEach(this::filter);
            var attribute = sortedBy;
            if (attribute == null || !attribute.ranges()) {
                faults.add(Violation.ofQuery("sort", "names nothing that this list can be sorted by."));
                throw Problem.badQuery(faults);
            }
            if (request.cursor() != null) {
                after(request.cursor(), attribute);
            }
            if (!faults.isEmpty()) {
                throw Problem.badQuery(faults);
            }
            return sql(attribute.column(), order.startsWith("-") ? "desc" : "asc");
        }

        private String sql(String column, String direction) {
            return "select %s, %s as cursor_value, %s as cursor_id from %s where %s order by %s %s, %s %s limit %d"
                    .formatted(
                            columns,
                            column,
                            tieBreaker,
                            from,
                            String.join(" and ", conditions),
                            column,
                            direction,
                            tieBreaker,
                            direction,
                            request.limit() + 1);
        }

        private void after(String text, Attribute attribute) {
            var cursor = Cursor.decode(text, order);
            if (cursor.isEmpty()) {
                faults.add(Cursor.UNKNOWN);
                return;
            }
            conditions.add("(%s, %s) %s (cast(:cursorValue as %s), cast(:cursorId as bigint))"
                    .formatted(attribute.column(), tieBreaker, order.startsWith("-") ? "<" : ">", attribute.sqlType()));
            parameters.put("cursorValue", cursor.get().value());
            parameters.put("cursorId", cursor.get().id());
        }

        private void filter(String name, String value) {
            var suffix = RANGES.keySet().stream().filter(name::endsWith).max(Comparator.comparingInt(String::length));
            var attribute = attributes.get(suffix.map(s -> name.substring(0, name.length() - s.length()))
                    .orElse(name));
            if (attribute == null || (suffix.isPresent() && !attribute.ranges())) {
                faults.add(Violation.ofQuery(
                        name,
                        "is not one that this list knows; it knows " + String.join(", ", attributes.keySet()) + "."));
                return;
            }
            try {
                filter(attribute, suffix.map(RANGES::get), value);
            } catch (IllegalArgumentException e) {
                faults.add(Violation.ofQuery(name, String.valueOf(e.getMessage())));
            }
        }

        private void filter(Attribute attribute, Optional<String> range, String value) {
            var parameter = "filter" + parameters.size();
            if (range.isPresent()) {
                conditions.add("%s %s cast(:%s as %s)"
                        .formatted(attribute.column(), range.get(), parameter, attribute.sqlType()));
                parameters.put(parameter, attribute.parse().apply(value));
            } else {
                conditions.add("%s in (:%s)".formatted(attribute.column(), parameter));
                parameters.put(
                        parameter,
                        Arrays.stream(value.split(",", -1))
                                .map(attribute.parse())
                                .toList());
            }
        }

        Positions positions(List<? extends Row<?>> rows) {
            return new Positions(
                    Objects.requireNonNull(sortedBy).sqlType(),
                    rows.stream().map(row -> row.position(order)).toList());
        }
    }
}
