package io.controlcenter.platform.web;

import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks of a list: filters by attribute ({@code state=OPEN,CLOSED}, {@code createdAt.gte=…}), {@code sort},
 * {@code limit} and {@code cursor}. Declared as a controller's parameter; a {@link Listing} judges it.
 *
 * @param filters everything but the reserved parameters, by name
 * @param sort attribute, with a leading minus for descending; null for the list's own order
 * @param limit rows per page, 1 to 100, 20 unless asked
 * @param cursor where the page begins; null for the first
 * @param positions whether the gateway asks where each row stands, to merge this list with that of other enterprises
 */
public record ListRequest(
        Map<String, String> filters,
        @Nullable String sort,
        int limit,
        @Nullable String cursor,
        boolean positions) {

    static final int DEFAULT_LIMIT = 20;
    static final int MAX_LIMIT = 100;
    private static final Set<String> RESERVED = Set.of("sort", "limit", "cursor", "fields");

    public ListRequest(Map<String, String> filters, @Nullable String sort, int limit, @Nullable String cursor) {
        this(filters, sort, limit, cursor, false);
    }

    /** Everything, in the list's own order. */
    public static ListRequest all() {
        return new ListRequest(Map.of(), null, DEFAULT_LIMIT, null);
    }

    /** The same page of a list that is narrowed otherwise. */
    public ListRequest withFilters(Map<String, String> others) {
        return new ListRequest(others, sort, limit, cursor, positions);
    }

    static ListRequest parse(HttpServletRequest request) {
        var query = request.getParameterMap();
        var filters = new TreeMap<String, String>();
        query.forEach((name, values) -> {
            if (values.length > 1) {
                throw malformed(name, "is given more than once; separate several values by commas.");
            }
            if (!UnfitValues.isText(values[0])) {
                throw malformed(name, "holds a NUL or half a character.");
            }
            if (!RESERVED.contains(name)) {
                filters.put(name, values[0]);
            }
        });
        return new ListRequest(
                filters,
                first(query, "sort"),
                limit(first(query, "limit")),
                first(query, "cursor"),
                request.getHeader(Positions.HEADER) != null);
    }

    /** The value of a filter that a controller treats itself, such as the account. */
    public @Nullable String filter(String name) {
        return filters.get(name);
    }

    private static @Nullable String first(Map<String, String[]> query, String name) {
        var values = query.get(name);
        return values == null || values[0].isBlank() ? null : values[0];
    }

    private static int limit(@Nullable String value) {
        if (value == null) {
            return DEFAULT_LIMIT;
        }
        try {
            var limit = Integer.parseInt(value);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw malformed("limit", "must be a whole number from 1 to " + MAX_LIMIT + ".");
    }

    static Problem malformed(String name, String why) {
        var detail = "The query parameter " + name + " " + why;
        return Problem.badRequest("invalidQuery", detail)
                .with("errors", List.of(new Violation(name, "invalidQuery", detail)));
    }
}
