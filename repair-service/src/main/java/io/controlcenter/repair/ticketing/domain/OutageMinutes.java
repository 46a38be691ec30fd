package io.controlcenter.repair.ticketing.domain;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * The whole minutes of an outage for which a customer can be credited, and those of it that are excluded; together they
 * are the whole minutes of the outage. Times that exclude may overlap each other and reach beyond the outage.
 */
public record OutageMinutes(long creditable, long excluded) {

    public static OutageMinutes of(Span outage, List<Span> exclusions) {
        var excluded = Duration.ZERO;
        var counted = outage.from();
        for (var span :
                exclusions.stream().sorted(Comparator.comparing(Span::from)).toList()) {
            var part = span.within(new Span(counted, outage.until()));
            if (!part.isEmpty()) {
                excluded = excluded.plus(part.length());
                counted = part.until();
            }
        }
        var creditable = outage.length().minus(excluded).toMinutes();
        return new OutageMinutes(creditable, outage.length().toMinutes() - creditable);
    }
}
