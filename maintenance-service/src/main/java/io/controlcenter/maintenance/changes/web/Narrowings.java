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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The filters of the list that are about more than a column of it. */
final class Narrowings {

    private static final Set<String> OWN =
            Set.of("from", "to", "serviceId", "circuitId", "accountId", "impact", "q", "timeZone");
    private static final List<String> IMPACTS =
            Arrays.stream(Impact.values()).map(Impact::name).toList();

    private Narrowings() {}

    /**
     * @param zone in which a date begins
     * @param rest what is left for the list itself, with what is wrong with its own filters
     */
    record Narrowed(ZoneId zone, Narrowing narrowing, ListRequest rest) {}

    /** @param reader finds the zone of the reader, and refuses one that was asked for and is none */
    static Narrowed of(ListRequest request, Supplier<ZoneId> reader) {
        var faults = new ArrayList<Violation>();
        var own = new TreeMap<>(request.filters());
        own.keySet().retainAll(OWN);
        var zone = read(reader, faults).orElse(ZoneOffset.UTC);
        var from = read(() -> instant("from", own.get("from"), zone), faults).orElse(null);
        var to = read(() -> instant("to", own.get("to"), zone), faults).orElse(null);
        if (read(() -> impacts(values(own.get("impact"))), faults).isEmpty()) {
            own.remove("impact");
        }
        var rest = new TreeMap<>(request.filters());
        rest.keySet().removeAll(OWN);
        return new Narrowed(zone, of(own, from, to), request.withFilters(rest).withFaults(faults));
    }

    /** None where it is malformed, which is noted. */
    private static <T> Optional<T> read(Supplier<? extends @Nullable T> parameter, List<Violation> faults) {
        try {
            return Optional.ofNullable(parameter.get());
        } catch (Problem malformed) {
            faults.addAll(malformed.violations());
            return Optional.empty();
        }
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
        return Problem.badQuery(Violation.ofQuery(name, why + "."));
    }
}
