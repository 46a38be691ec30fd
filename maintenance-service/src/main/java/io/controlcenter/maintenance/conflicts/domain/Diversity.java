package io.controlcenter.maintenance.conflicts.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What threatens the services of one diverse group.
 *
 * @param hits windows over its services
 * @param outages of its services
 * @param horizon how long before a window an outage counts: nobody knows today what is down in half a year
 */
public record Diversity(List<Hit> hits, List<Outage> outages, Duration horizon) {

    private static final Comparator<Side> BY_SERVICE = Comparator.comparing(Side::serviceId);

    /** The conflicts as they stand now; two windows that meet over several services are one. */
    public List<Conflict> conflicts(Instant now) {
        var found = new LinkedHashMap<String, Conflict>();
        for (int i = 0; i < hits.size(); i++) {
            for (int j = i + 1; j < hits.size(); j++) {
                var one = hits.get(i);
                var other = hits.get(j);
                if (areTwo(one.side(), other.side()) && one.overlaps(other)) {
                    add(found, together(one, other));
                }
            }
        }
        for (var outage : outages) {
            hits.stream()
                    .filter(hit -> areTwo(hit.side(), outage.side()) && !isFar(hit, now))
                    .forEach(hit -> add(found, during(outage, hit)));
        }
        return new ArrayList<>(found.values());
    }

    /** When a window that is far away still comes near enough for an outage of today to count. */
    public Optional<Instant> lookAgain(Instant now) {
        return outages.isEmpty()
                ? Optional.empty()
                : hits.stream()
                        .filter(hit -> isFar(hit, now))
                        .map(hit -> hit.start().minus(horizon))
                        .min(Comparator.naturalOrder());
    }

    private boolean isFar(Hit hit, Instant now) {
        return hit.start().isAfter(now.plus(horizon));
    }

    private static boolean areTwo(Side one, Side other) {
        return !one.serviceId().equals(other.serviceId());
    }

    private static void add(Map<String, Conflict> found, Conflict conflict) {
        found.merge(conflict.key(), conflict, (before, more) -> {
            var sides = sides(Stream.concat(before.sides().stream(), more.sides().stream()));
            return new Conflict(
                    before.kind(),
                    before.key(),
                    before.gcrNumbers(),
                    before.windowIds(),
                    before.ticketNumber(),
                    sides,
                    before.from(),
                    before.until());
        });
    }

    private static TreeSet<Side> sides(Stream<Side> sides) {
        var set = new TreeSet<>(BY_SERVICE);
        sides.forEach(set::add);
        return set;
    }

    private static Conflict together(Hit one, Hit other) {
        var windows = new TreeSet<>(List.of(one.windowId(), other.windowId()));
        return new Conflict(
                Conflict.Kind.WINDOWS_OVERLAP,
                String.join("+", windows),
                new TreeSet<>(List.of(one.gcrNumber(), other.gcrNumber())),
                windows,
                null,
                sides(Stream.of(one.side(), other.side())),
                one.start().isAfter(other.start()) ? one.start() : other.start(),
                one.end().isBefore(other.end()) ? one.end() : other.end());
    }

    private static Conflict during(Outage outage, Hit hit) {
        return new Conflict(
                Conflict.Kind.WINDOW_WITH_OUTAGE,
                hit.windowId() + "+" + outage.ticketNumber(),
                new TreeSet<>(List.of(hit.gcrNumber())),
                new TreeSet<>(List.of(hit.windowId())),
                outage.ticketNumber(),
                sides(Stream.of(outage.side(), hit.side())),
                hit.start(),
                hit.end());
    }
}
