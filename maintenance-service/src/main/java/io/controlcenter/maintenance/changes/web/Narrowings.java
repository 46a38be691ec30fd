package io.controlcenter.maintenance.changes.web;

import io.controlcenter.maintenance.changes.application.ReadingGcrs.Narrowing;
import io.controlcenter.maintenance.changes.domain.Impact;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.web.ListRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The filters of the list that are about more than a column of it. */
final class Narrowings {

    private static final Set<String> OWN = Set.of("from", "to", "serviceId", "impact");
    private static final List<String> IMPACTS =
            Arrays.stream(Impact.values()).map(Impact::name).toList();

    private Narrowings() {}

    static Narrowing of(ListRequest request) {
        return new Narrowing(
                instant("from", request.filter("from")),
                instant("to", request.filter("to")),
                values(request.filter("serviceId")),
                impacts(values(request.filter("impact"))));
    }

    /** The rest of the request, for the list itself. */
    static ListRequest without(ListRequest request) {
        var filters = new TreeMap<>(request.filters());
        filters.keySet().removeAll(OWN);
        return new ListRequest(filters, request.sort(), request.limit(), request.cursor());
    }

    private static List<String> values(@Nullable String listed) {
        return listed == null ? List.of() : List.of(listed.split(",", -1));
    }

    private static List<String> impacts(List<String> named) {
        if (!IMPACTS.containsAll(named)) {
            throw malformed("impact", "must be of " + String.join(", ", IMPACTS));
        }
        return named;
    }

    /** An instant, or a date, which begins at midnight UTC. */
    static @Nullable Instant instant(String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            return value.length() == 10
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(value);
        } catch (DateTimeException _) {
            throw malformed(name, "must be an instant such as 2026-03-19T18:30:00Z or a date");
        }
    }

    static Problem malformed(String name, String why) {
        var detail = "The query parameter %s %s.".formatted(name, why);
        return Problem.badRequest("invalidQuery", detail)
                .with("errors", List.of(new Violation(name, "invalidQuery", detail)));
    }
}
