package io.controlcenter.maintenance.changes.web;

import io.controlcenter.maintenance.changes.application.Narrowing;
import io.controlcenter.maintenance.changes.domain.Impact;
import io.controlcenter.platform.problem.Problem;
import io.controlcenter.platform.problem.Violation;
import io.controlcenter.platform.security.Caller;
import io.controlcenter.platform.web.ListRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The filters of the list that are about more than a column of it. */
final class Narrowings {

    private static final Set<String> OWN =
            Set.of("from", "to", "serviceId", "circuitId", "accountId", "impact", "q", "timeZone");
    private static final List<String> IMPACTS =
            Arrays.stream(Impact.values()).map(Impact::name).toList();

    private Narrowings() {}

    /** @param zone in which a date begins */
    static Narrowing of(ListRequest request, ZoneId zone) {
        var filters = request.filters();
        return of(filters, instant("from", filters.get("from"), zone), instant("to", filters.get("to"), zone));
    }

    static Narrowing of(Map<String, String> filters, @Nullable Instant from, @Nullable Instant to) {
        return new Narrowing(
                from,
                to,
                values(filters.get("serviceId")),
                values(filters.get("circuitId")),
                values(filters.get("accountId")),
                impacts(values(filters.get("impact"))),
                filters.get("q"));
    }

    /** An account that is not assigned to the reader is refused by name (domain b.0), known or not. */
    static void requireAccounts(@Nullable String listed, Caller caller) {
        values(listed).stream()
                .filter(account -> !caller.mayUseAccount(account))
                .findFirst()
                .ifPresent(account -> {
                    throw Problem.forbidden("account-forbidden", "The account " + account + " is not assigned to you.");
                });
    }

    /** The rest of the request, for the list itself. */
    static ListRequest without(ListRequest request) {
        var filters = new TreeMap<>(request.filters());
        filters.keySet().removeAll(OWN);
        return request.withFilters(filters);
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

    /** An instant, or a date, which begins at midnight in this zone. */
    static @Nullable Instant instant(String name, @Nullable String value, ZoneId zone) {
        if (value == null) {
            return null;
        }
        try {
            return value.length() == 10
                    ? LocalDate.parse(value).atStartOfDay(zone).toInstant()
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
