package io.controlcenter.repair.ticketing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Minutes that earn a credit and minutes that do not. */
class OutageMinutesTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private static Span span(long from, long until) {
        return new Span(NOON.plusSeconds(from * 60), NOON.plusSeconds(until * 60));
    }

    @Test
    void planned_work_in_its_window_earns_nothing_and_what_overran_does() {
        var outage = span(0, 300);
        assertThat(OutageMinutes.of(outage, List.of())).isEqualTo(new OutageMinutes(300, 0));
        assertThat(OutageMinutes.of(outage, List.of(span(-60, 180)))).isEqualTo(new OutageMinutes(120, 180));
        assertThat(OutageMinutes.of(outage, List.of(span(-60, 999)))).isEqualTo(new OutageMinutes(0, 300));
        assertThat(OutageMinutes.of(outage, List.of(span(400, 500)))).isEqualTo(new OutageMinutes(300, 0));
    }

    @Test
    void what_overlaps_is_excluded_once() {
        assertThat(OutageMinutes.of(span(0, 100), List.of(span(10, 50), span(40, 60), span(45, 48))))
                .isEqualTo(new OutageMinutes(50, 50));
    }

    @Provide
    Arbitrary<Span> spans() {
        var seconds = Arbitraries.longs().between(-100_000, 100_000);
        return Combinators.combine(seconds, seconds)
                .as((from, until) -> new Span(NOON.plusSeconds(from), NOON.plusSeconds(until)));
    }

    @Property
    void together_they_are_the_whole_minutes_of_the_outage(
            @ForAll("spans") Span outage, @ForAll List<@net.jqwik.api.From("spans") Span> exclusions) {
        var minutes = OutageMinutes.of(outage, exclusions);
        assertThat(minutes.creditable()).isNotNegative();
        assertThat(minutes.excluded()).isNotNegative();
        assertThat(minutes.creditable() + minutes.excluded())
                .isEqualTo(outage.length().toMinutes());
    }

    @Property
    void the_order_of_exclusions_does_not_matter(
            @ForAll("spans") Span outage, @ForAll List<@net.jqwik.api.From("spans") Span> exclusions) {
        assertThat(OutageMinutes.of(outage, exclusions.reversed())).isEqualTo(OutageMinutes.of(outage, exclusions));
    }

    @Property
    void one_more_exclusion_never_earns_more(
            @ForAll("spans") Span outage, @ForAll("spans") Span one, @ForAll("spans") Span other) {
        assertThat(OutageMinutes.of(outage, List.of(one, other)).creditable())
                .isLessThanOrEqualTo(OutageMinutes.of(outage, List.of(one)).creditable());
    }
}
