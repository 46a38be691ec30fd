package io.controlcenter.platform.web;

import io.controlcenter.platform.problem.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;

/**
 * What a caller asks of a list: filters by attribute ({@code state=OPEN,CLOSED}, {@code createdAt.gte=…}), {@code sort},
 * {@code limit} and {@code cursor}. Declared as a controller's parameter; a {@link Listing} judges it.
 *
 * @param filters everything but the reserved parameters, by name
 * @param sort attribute, with a leading minus for descending; null for the list's own order
 * @param limit rows per page, 1 to 100, 20 unless asked
 * @param cursor where the page begins; null for the first
 * @param positions whether the gateway asks where each row stands, to merge this list with that of other enterprises
 * @param faults what is already known to be wrong with it; the listing refuses it with that and what it finds itself
 */
public record ListRequest(
        Map<String, String> filters,
        @Nullable String sort,
        int limit,
        @Nullable String cursor,
        boolean positions,
        List<Violation> faults) {

    static final int DEFAULT_LIMIT = 20;
    static final int MAX_LIMIT = 100;
    private static final Set<String> RESERVED = Set.of("sort", "limit", "cursor", "fields");

    /** Everything, in the list's own order. */
    public static ListRequest all() {
        return new ListRequest(Map.of(), null, DEFAULT_LIMIT, null, false, List.of());
    }

    /** The same page of a list that is narrowed otherwise. */
    public ListRequest withFilters(Map<String, String> others) {
        return new ListRequest(others, sort, limit, cursor, positions, faults);
    }

    /** With what a controller found wrong with the filters that it treats itself. */
    public ListRequest withFaults(List<Violation> more) {
        var all = new ArrayList<>(faults);
        all.addAll(more);
        return new ListRequest(filters, sort, limit, cursor, positions, all);
    }

    /** Another page of the same list, as large as can be. */
    public ListRequest pageAfter(@Nullable String otherCursor) {
        return new ListRequest(filters, sort, MAX_LIMIT, otherCursor, positions, faults);
    }

    /** @param list the controller's method, which says what the items are */
    static ListRequest parse(HttpServletRequest request, MethodParameter list) {
        var faults = new ArrayList<Violation>();
        var query = new TreeMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length > 1) {
                faults.add(Violation.ofQuery(name, "is given more than once; separate several values by commas."));
            } else if (!UnfitValues.isText(values[0])) {
                faults.add(Violation.ofQuery(name, "holds a NUL or half a character."));
            } else {
                query.put(name, values[0]);
            }
        });
        var filters = new TreeMap<>(query);
        filters.keySet().removeAll(RESERVED);
        faults.addAll(PartialResponse.faults(list, query.get("fields")));
        return new ListRequest(
                filters,
                given(query, "sort"),
                limit(given(query, "limit"), faults),
                given(query, "cursor"),
                request.getHeader(Positions.HEADER) != null,
                faults);
    }

    /** The value of a filter that a controller treats itself, such as the account. */
    public @Nullable String filter(String name) {
        return filters.get(name);
    }

    private static @Nullable String given(Map<String, String> query, String name) {
        var value = query.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    private static int limit(@Nullable String value, List<Violation> faults) {
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
        faults.add(Violation.ofQuery("limit", "must be a whole number from 1 to " + MAX_LIMIT + "."));
        return DEFAULT_LIMIT;
    }
}
